package com.astraof.oauth2.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * The tables of a database that are moved to another, by name. What migrations keep for themselves
 * is not among them, nor is what running nodes keep for themselves: leases, and what is used of
 * limits.
 */
final class Catalog {
  private static final String ON_SQLITE =
      """
      select t.name as table_name, c.name as column_name, c.type as type, c.pk as key_position
      from sqlite_master t join pragma_table_info(t.name) c
      where t.type = 'table' and t.name not like 'sqlite%'
        and t.name not in ('flyway_schema_history', 'import_progress', 'nodes', 'leases', 'limits_used')
      order by t.name, c.cid
      """;

  private static final String ON_POSTGRES =
      """
      select t.relname as table_name, c.attname as column_name,
        format_type(c.atttypid, c.atttypmod) as type,
        coalesce(array_position(k.indkey::int2[], c.attnum) + 1, 0) as key_position
      from pg_class t
      join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
      left join pg_index k on k.indrelid = t.oid and k.indisprimary
      where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
        and t.relname not in ('flyway_schema_history', 'import_progress', 'nodes', 'leases', 'limits_used')
      order by t.relname, c.attnum
      """;

  private Catalog() {}

  static List<Table> read(Connection connection) throws SQLException {
    String sql = Dialect.of(connection).choose(ON_SQLITE, ON_POSTGRES);
    var found = new LinkedHashMap<String, List<Found>>();
    for (Found one : Sql.all(connection, sql, Catalog::found)) {
      found.computeIfAbsent(one.table(), any -> new ArrayList<>()).add(one);
    }
    return found.entrySet().stream().map(one -> table(one.getKey(), one.getValue())).toList();
  }

  private static Table table(String name, List<Found> found) {
    var key = new TreeMap<Integer, Integer>();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).keyPosition() > 0) {
        key.put(found.get(i).keyPosition(), i);
      }
    }
    return new Table(name, found.stream().map(Found::column).toList(), List.copyOf(key.values()));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        Sql.text(row, "table_name"),
        new Table.Column(Sql.text(row, "column_name"), Kind.of(Sql.text(row, "type"))),
        row.getInt("key_position"));
  }

  /**
   * @param keyPosition 0 for a column that is not in the primary key
   */
  private record Found(String table, Table.Column column, int keyPosition) {}
}
