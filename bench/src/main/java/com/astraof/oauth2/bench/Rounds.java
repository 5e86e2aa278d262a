package com.astraof.oauth2.bench;

import com.astraof.oauth2.bench.Results.Floor;
import com.astraof.oauth2.bench.floor.DatabaseFloor;
import com.astraof.oauth2.bench.floor.PasswordFloor;
import com.astraof.oauth2.bench.subject.Ground;
import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.wire.Generator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every server has its turn in each round, so that a slow hour of the machine is everybody's. */
public final class Rounds {
  public static final String DATABASE = "database";
  public static final String PASSWORDS = "passwords";

  private final Plan plan;
  private final Generator generator;
  private final Results results = new Results();

  public Rounds(Plan plan, Generator generator) {
    this.plan = plan;
    this.generator = generator;
  }

  public Results run(List<Subject> subjects, Ground ground) {
    var order = new ArrayList<Subject>(subjects);
    for (int round = 1; round <= plan.rounds(); round++) {
      System.out.printf("Round %d of %d%n", round, plan.rounds());
      for (Subject subject : order) {
        turn(subject, ground);
      }
      floors(ground);
      Collections.rotate(order, 1);
    }
    return results;
  }

  private void turn(Subject subject, Ground ground) {
    try (Subject.Running running = subject.start(ground)) {
      new Turn(subject, running, plan, generator, results).measure();
    }
    ground.postgres().dropAll();
  }

  private void floors(Ground ground) {
    var database = new DatabaseFloor(ground.postgres());
    results.add(new Floor(DATABASE, database.measure(plan.connections(), plan.measured())));
    results.add(new Floor(PASSWORDS, PasswordFloor.measure(plan.measured())));
    ground.postgres().dropAll();
  }
}
