package com.astraof.oauth2.bench.floor;

import com.astraof.oauth2.bench.wire.Figures;
import com.astraof.oauth2.bench.wire.Tally;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What PostgreSQL does of the one statement that a refresh needs: each of so many connections
 * advances a row of its own, and commits.
 */
public final class DatabaseFloor {
  private static final String TABLE =
      "create table counters (id bigint primary key, generation bigint not null)";
  private static final String ADD = "insert into counters values (?, 0)";
  private static final String ADVANCE =
      "update counters set generation = generation + 1 where id = ? and generation = ?";

  private final Postgres postgres;

  public DatabaseFloor(Postgres postgres) {
    this.postgres = postgres;
  }

  public Figures measure(int connections, Duration time) {
    Postgres.Database database = postgres.create("floor");
    var tallies = Collections.synchronizedList(new ArrayList<Tally>());
    long start;
    try (var executor = Executors.newFixedThreadPool(connections)) {
      try (Connection connection = postgres.connect(database.name());
          var statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
      start = System.nanoTime();
      var work = new ArrayList<Future<?>>();
      for (int i = 0; i < connections; i++) {
        int id = i;
        work.add(executor.submit(() -> tallies.add(advance(database, id, start + time.toNanos()))));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } catch (SQLException | ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Tally.sum(List.copyOf(tallies), Duration.ofNanos(System.nanoTime() - start));
  }

  private Tally advance(Postgres.Database database, int id, long end) throws SQLException {
    var tally = new Tally();
    try (Connection connection = postgres.connect(database.name())) {
      try (var add = connection.prepareStatement(ADD)) {
        add.setLong(1, id);
        add.executeUpdate();
      }
      try (var advance = connection.prepareStatement(ADVANCE)) {
        for (long generation = 0; System.nanoTime() < end; generation++) {
          long from = System.nanoTime();
          advance.setLong(1, id);
          advance.setLong(2, generation);
          if (advance.executeUpdate() != 1) {
            throw new IllegalStateException("A row was not advanced");
          }
          tally.answered(System.nanoTime() - from);
        }
      }
    }
    return tally;
  }
}
