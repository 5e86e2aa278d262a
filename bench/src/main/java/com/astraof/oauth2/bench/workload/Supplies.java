package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Figures;
import com.astraof.oauth2.bench.wire.Generator;
import com.astraof.oauth2.bench.wire.Pace;
import com.astraof.oauth2.bench.wire.Visitor;
import com.astraof.oauth2.bench.workload.World.Person;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Fetches what visitors will use up or hold. It is not measured. */
public final class Supplies {
  /** By far enough for one of each, even by a slow server. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final World world;
  private final Samples samples;
  private final Generator generator;
  private final Duration time;

  /**
   * @param time how long to fetch what is used up
   */
  public Supplies(World world, Samples samples, Generator generator, Duration time) {
    this.world = world;
    this.samples = samples;
    this.generator = generator;
    this.time = time;
  }

  World world() {
    return world;
  }

  Samples samples() {
    return samples;
  }

  /** For each person as many codes as there come in time. */
  List<Queue<String>> codes() {
    return codes(Integer.MAX_VALUE, time);
  }

  private List<Queue<String>> codes(int most, Duration within) {
    var all = new ArrayList<Queue<String>>();
    var browsers = new ArrayList<Visitor>();
    for (Person person : world.people()) {
      var codes = new ArrayDeque<String>();
      all.add(codes);
      browsers.add(new AtMost(most, new Authorizing(world, person, codes::add)));
    }
    drive(browsers, within);
    return all;
  }

  /** For each person as many sign-ins as there come in time. */
  List<Queue<Tokens>> signIns() {
    return exchanged(codes(), time);
  }

  private List<Queue<Tokens>> exchanged(List<Queue<String>> codes, Duration within) {
    var all = new ArrayList<Queue<Tokens>>();
    var apps = new ArrayList<Visitor>();
    for (Queue<String> some : codes) {
      var tokens = new ArrayDeque<Tokens>();
      all.add(tokens);
      apps.add(new Exchanging(world, some, tokens::add));
    }
    drive(apps, within);
    return all;
  }

  /** One sign-in for each person. */
  List<Tokens> oneEach() {
    return exchanged(codes(1, LONG), LONG).stream().map(Queue::element).toList();
  }

  /** For each person as many access tokens as there come in time. */
  List<Queue<Tokens>> refreshed() {
    var all = new ArrayList<Queue<Tokens>>();
    var apps = new ArrayList<Visitor>();
    for (Tokens first : oneEach()) {
      var tokens = new ArrayDeque<Tokens>();
      all.add(tokens);
      apps.add(new Refreshing(world, first, tokens::add));
    }
    drive(apps, time);
    return all;
  }

  private void drive(List<Visitor> visitors, Duration within) {
    Figures figures =
        generator.drive(world.address(), visitors, new Pace.AsFastAsAnswered(), within);
    if (!figures.isClean()) {
      throw new IllegalStateException("Cannot prepare: " + figures.complaints());
    }
  }
}
