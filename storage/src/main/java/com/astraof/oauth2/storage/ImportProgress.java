package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.TableCopier.Reached;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far an import has come, in a table of its own in the target. While it stands there, no server
 * starts on that database.
 */
final class ImportProgress {
  private static final String STANDS =
      "select to_regclass('import_progress') is not null as stands";
  private static final String MAKE =
      """
      create table import_progress (
        name text primary key, last_key text not null, copied bigint not null)
      """;
  private static final String DROP = "drop table if exists import_progress";
  private static final String READ = "select last_key, copied from import_progress where name = ?";
  private static final String WRITE =
      """
      insert into import_progress (name, last_key, copied) values (?, ?, ?)
      on conflict (name) do update set last_key = excluded.last_key, copied = excluded.copied
      """;

  private final Connection target;

  ImportProgress(Connection target) {
    this.target = target;
  }

  boolean stands() throws SQLException {
    return Sql.one(target, STANDS, row -> row.getBoolean("stands")).orElse(false);
  }

  void make() throws SQLException {
    Sql.update(target, MAKE);
  }

  void drop() throws SQLException {
    Sql.update(target, DROP);
  }

  Optional<Reached> of(Table table) throws SQLException {
    return Sql.one(
        target,
        READ,
        row -> new Reached(key(table, Sql.text(row, "last_key")), row.getLong("copied")),
        table.name());
  }

  void write(Table table, Reached reached) throws SQLException {
    var columns = table.keyColumns();
    String key =
        IntStream.range(0, columns.size())
            .mapToObj(i -> columns.get(i).kind().write(reached.key().get(i)))
            .collect(Collectors.joining(","));
    Sql.update(target, WRITE, table.name(), key, reached.rows());
  }

  private static List<Object> key(Table table, String text) {
    var kinds = table.keyColumns().stream().map(Table.Column::kind).iterator();
    return Arrays.stream(text.split(",", -1)).map(part -> kinds.next().parse(part)).toList();
  }
}
