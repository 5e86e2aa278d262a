package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.MoveWatch.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies rows from one engine to another, in portions and in the order of the primary key. */
final class TableCopier {
  private static final int FETCHED_AT_ONCE = 100;
  private static final int ROWS_OF_A_PORTION = 1_000;

  /** Pictures are large. */
  private static final int BYTES_OF_A_PORTION = 4_000_000;

  private final Connection source;
  private final Connection target;
  private final Dialect dialect;
  private final MoveWatch watch;

  /**
   * @param source within a transaction, so that it is read as it was at one moment
   * @param target within a transaction
   */
  TableCopier(Connection source, Connection target, MoveWatch watch) throws SQLException {
    this.source = source;
    this.target = target;
    this.dialect = Dialect.of(target);
    this.watch = watch;
  }

  /** All rows. */
  void copy(Table table) throws SQLException {
    copy(table, Optional.empty(), reached -> {});
  }

  /**
   * The rows after some that were copied before.
   *
   * @param before how far that came
   */
  void copy(Table table, Optional<Reached> before, PortionEnd end) throws SQLException {
    long all = Sql.one(source, table.count(), row -> row.getLong(1)).orElse(0L);
    String sql = before.isPresent() ? table.inOrderAfter() : table.inOrder();
    try (var reading = source.prepareStatement(sql);
        var writing = target.prepareStatement(table.insert(dialect))) {
      reading.setFetchSize(FETCHED_AT_ONCE);
      set(reading, before.map(Reached::key).orElse(List.of()));
      try (var rows = reading.executeQuery()) {
        long done = before.map(Reached::rows).orElse(0L);
        List<Object> last = portion(table, rows, writing);
        while (!last.isEmpty()) {
          done += writing.executeBatch().length;
          end.reached(new Reached(last, done));
          if (done < all) {
            watch.at(Step.COPYING, table.name(), done, all);
          }
          last = portion(table, rows, writing);
        }
        watch.at(Step.COPYING, table.name(), done, done);
      }
    }
  }

  /** Takes some rows into the batch; the key of the last one, or nothing where there is none. */
  private static List<Object> portion(Table table, ResultSet rows, PreparedStatement writing)
      throws SQLException {
    List<Object> last = List.of();
    int taken = 0;
    long weight = 0;
    while (taken < ROWS_OF_A_PORTION && weight < BYTES_OF_A_PORTION && rows.next()) {
      List<@Nullable Object> values = table.read(rows);
      set(writing, values);
      writing.addBatch();
      taken++;
      weight += values.stream().mapToLong(Kind::weight).sum();
      last = key(table, values);
    }
    return last;
  }

  private static List<Object> key(Table table, List<@Nullable Object> values) throws SQLException {
    var key = new ArrayList<Object>();
    for (int place : table.key()) {
      Object value = values.get(place);
      if (value == null) {
        throw new SQLException("A primary key of " + table.name() + " is null");
      }
      key.add(value);
    }
    return key;
  }

  private static void set(PreparedStatement statement, List<? extends @Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  /**
   * How far a table has been copied.
   *
   * @param key of the last row
   * @param rows until then
   */
  record Reached(List<Object> key, long rows) {}

  /** Is told after each portion, within the target's transaction. */
  @FunctionalInterface
  interface PortionEnd {
    void reached(Reached reached) throws SQLException;
  }
}
