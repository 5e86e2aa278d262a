package com.astraof.oauth2.faults.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node runs.
 *
 * @param classPath of it
 * @param main and what it is called with
 */
public record Program(String classPath, List<String> main) {
  private static final String SERVER = "com.astraof.oauth2.server.Main";

  /** This build, with a clock that can be moved. */
  public static Program ofFaults() {
    return new Program(ownClassPath(), List.of(NodeMain.class.getName()));
  }

  /** This build as operators run it. */
  public static Program ofThisBuild() {
    return new Program(ownClassPath(), List.of(SERVER, "serve"));
  }

  /**
   * Another build as operators run it.
   *
   * @param target with the server's jar, which knows where its libraries are
   */
  public static Program of(Path target) {
    try (var jars = Files.newDirectoryStream(target, "astral-server-*[0-9].jar")) {
      return new Program(jars.iterator().next().toString(), List.of(SERVER, "serve"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With classes that come before those of the same name. */
  public Program with(Path classes) {
    return new Program(classes + ":" + classPath, main);
  }

  private static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(main);
    return command;
  }
}
