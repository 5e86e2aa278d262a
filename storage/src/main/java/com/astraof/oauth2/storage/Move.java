package com.astraof.oauth2.storage;

import com.astraof.oauth2.storage.MoveWatch.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All tables of one database and the same tables of another, each within a transaction. What has
 * been copied is compared row by row, as far as their checksums tell.
 */
final class Move {
  private final Connection source;
  private final Connection target;
  private final MoveWatch watch;
  private final List<Table> tables;

  /**
   * @throws StoreUnavailable when they do not have the same tables
   */
  Move(Connection source, Connection target, MoveWatch watch) throws SQLException {
    this.source = source;
    this.target = target;
    this.watch = watch;
    this.tables = Catalog.read(source);
    if (!tables.equals(Catalog.read(target))) {
      throw new StoreUnavailable(
          "The two databases do not have the same tables: bring both up to date with astral"
              + " migrate");
    }
  }

  List<Table> tables() {
    return tables;
  }

  void copyAll() throws SQLException {
    var copier = new TableCopier(source, target, watch);
    for (Table table : tables) {
      copier.copy(table);
    }
  }

  /** The target's tables that have rows, in words; empty where none has. */
  String filled() throws SQLException {
    var filled = new ArrayList<String>();
    for (Table table : tables) {
      String any = "select 1 from " + table.quoted() + " limit 1";
      if (Sql.one(target, any, row -> row.getInt(1)).isPresent()) {
        filled.add(table.name());
      }
    }
    return String.join(", ", filled);
  }

  /**
   * What both hold.
   *
   * @throws StoreUnavailable when that is not the same, naming the tables
   */
  List<TableSum> compare() throws SQLException {
    var same = new ArrayList<TableSum>();
    var others = new ArrayList<String>();
    for (Table table : tables) {
      TableSum ours = TableSum.of(source, table);
      TableSum theirs = TableSum.of(target, table);
      if (ours.equals(theirs)) {
        same.add(ours);
      } else {
        others.add("%s (%d rows, %d there)".formatted(table.name(), ours.rows(), theirs.rows()));
      }
      watch.at(Step.COMPARING, table.name(), ours.rows(), ours.rows());
    }
    if (!others.isEmpty()) {
      throw new StoreUnavailable("What was moved is not the same: " + String.join(", ", others));
    }
    return same;
  }

  /** All tables, to be named in a statement. */
  String names() {
    return tables.stream().map(Table::quoted).collect(Collectors.joining(", "));
  }
}
