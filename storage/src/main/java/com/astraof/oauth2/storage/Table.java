package com.astraof.oauth2.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as both engines have it, and the statements that move its rows. They are put together
 * from the names that stand in the schema, never from anything that was typed or stored.
 *
 * @param key the places of the primary key's columns among all, in its order
 */
record Table(String name, List<Column> columns, List<Integer> key) {
  Table {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    if (key.isEmpty()) {
      throw new IllegalStateException("The table " + name + " has no primary key");
    }
  }

  record Column(String name, Kind kind) {}

  String quoted() {
    return quoted(name);
  }

  String count() {
    return "select count(*) from " + quoted();
  }

  String all() {
    return "select " + names(columns) + " from " + quoted();
  }

  String inOrder() {
    return all() + " order by " + names(keyColumns());
  }

  /** From the row on that comes after the one with this key. */
  String inOrderAfter() {
    return all()
        + " where (%s) > (%s) order by %s"
            .formatted(names(keyColumns()), places(key.size()), names(keyColumns()));
  }

  /** A row that is there is left as it is. */
  String insert(Dialect dialect) {
    return "insert into %s (%s) %s values (%s) on conflict do nothing"
        .formatted(
            quoted(),
            names(columns),
            dialect.choose("", "overriding system value"),
            places(columns.size()));
  }

  List<Column> keyColumns() {
    return key.stream().map(columns::get).toList();
  }

  /** The values of the current row of {@link #all}, in the order of the columns. */
  List<@Nullable Object> read(ResultSet row) throws SQLException {
    var values = new ArrayList<@Nullable Object>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(columns.get(i).kind().read(row, i + 1));
    }
    return values;
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
  }

  private static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
