package com.astraof.oauth2.storage.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for the tables of an embedded database that nobody has written to, also those to come. */
public final class Filler {
  private static final String COLUMNS =
      """
      select t.name as table_name, c.name as column_name, lower(c.type) as type,
        c."notnull" or c.pk as needed
      from sqlite_master t join pragma_table_info(t.name) c
      where t.type = 'table' and t.name not like 'sqlite%' and t.name not like 'flyway%'
      order by t.name, c.cid
      """;

  private final Path file;

  public Filler(Path file) {
    this.file = file;
  }

  /** Nobody could have written these rows, but the schema allows them. */
  public void fillEmptyTables(int rows) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      var columns = columns(connection);
      for (String table : columns.stream().map(Column::table).distinct().toList()) {
        if (isEmpty(connection, table)) {
          var own = columns.stream().filter(column -> column.table().equals(table)).toList();
          fill(connection, table, own, rows);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Column> columns(Connection connection) throws SQLException {
    var found = new ArrayList<Column>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        found.add(
            new Column(
                row.getString("table_name"),
                row.getString("column_name"),
                row.getString("type"),
                row.getBoolean("needed")));
      }
    }
    return found;
  }

  private static boolean isEmpty(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select 1 from " + table + " limit 1")) {
      return !row.next();
    }
  }

  private static void fill(Connection connection, String table, List<Column> columns, int rows)
      throws SQLException {
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    try (var add =
        connection.prepareStatement("insert into %s values (%s)".formatted(table, places))) {
      for (int row = 1; row <= rows; row++) {
        for (int i = 0; i < columns.size(); i++) {
          add.setObject(i + 1, columns.get(i).value(row));
        }
        add.addBatch();
      }
      add.executeBatch();
    }
  }

  private record Column(String table, String name, String type, boolean needed) {
    @Nullable Object value(int row) {
      if (!needed && row % 2 == 0) {
        return null;
      }
      return switch (type) {
        case "bigint" -> row == 1 && name.equals("at") ? Long.MAX_VALUE : (long) row;
        case "boolean" -> row % 3 == 0;
        case "blob" -> row == 1 ? new byte[0] : ("ÿ\0" + row).getBytes(StandardCharsets.ISO_8859_1);
        case "text" -> row == 1 ? "" : "Ünïcode 🦉 '\"\\ " + row;
        default -> row;
      };
    }
  }
}
