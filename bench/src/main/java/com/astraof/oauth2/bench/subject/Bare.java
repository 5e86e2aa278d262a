package com.astraof.oauth2.bench.subject;

import com.astraof.oauth2.bench.workload.Workload;
import com.astraof.oauth2.bench.workload.World;
import com.astraof.oauth2.bench.workload.World.App;
import com.astraof.oauth2.bench.workload.World.Paths;
import com.astraof.oauth2.bench.workload.World.Person;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A floor: a program that knows nobody and answers all the same. */
public final class Bare implements Subject {
  private final String name;
  private final Class<?> program;
  private final String setting;

  /**
   * @param program its class, which takes a port
   */
  public Bare(String name, Class<?> program, String setting) {
    this.name = name;
    this.program = program;
    this.setting = setting;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> settings() {
    return List.of(setting);
  }

  @Override
  public Set<Workload> workloads() {
    return Set.of(Workload.PLAIN);
  }

  @Override
  public Running start(Ground ground) {
    int port = Ground.freePort();
    Path folder = ground.folder("bare");
    var command =
        Program.java(
            "-cp", System.getProperty("java.class.path"), program.getName(), String.valueOf(port));
    var started = Program.start(command, Map.of(), folder.resolve("bare.log"), port);
    var nobody = new Person("", "", "");
    var world =
        new World(
            port,
            new Paths("", "", "", "", "", "", ""),
            new App("", "", "", ""),
            Collections.nCopies(ground.people(), nobody));
    return new Running(world, started);
  }
}
