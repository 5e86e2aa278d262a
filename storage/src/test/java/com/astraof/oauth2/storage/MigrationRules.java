package com.astraof.oauth2.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a migration as CONTRIBUTING.md has it: what an older server would not notice is allowed.
 */
final class MigrationRules {
  private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\(.*\\)");
  private static final Pattern INDEX =
      Pattern.compile(
          "create (unique )?index (?:if not exists )?\\w+ on (\\w+) \\((.*?)\\)(?: where .*)?");
  private static final Pattern COLUMN =
      Pattern.compile("alter table (\\w+) add column (\\w+) (.*)");

  /** A type, and nothing else or a default that is a literal. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(?:int|bigint|text|boolean|\\$\\{bytes})"
              + "(?: (?:not null )?default (?:-?\\d+|true|false|'[^']*'))?");

  private static final Pattern UPDATE =
      Pattern.compile("update (\\w+) set (.*?)(?: where (?!.*\\)$).*)?");

  private final Set<String> madeHere = new HashSet<>();

  /** What it may not do; empty for nothing. */
  List<String> broken(String migration) {
    var broken = new ArrayList<String>();
    for (String statement : statements(migration)) {
      if (!isAllowed(statement)) {
        broken.add(statement);
      }
    }
    return broken;
  }

  private static List<String> statements(String migration) {
    String plain = migration.replaceAll("--[^\n]*", " ").toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split(";", -1))
        .map(statement -> statement.replaceAll("\\s+", " ").strip())
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private boolean isAllowed(String statement) {
    Matcher table = TABLE.matcher(statement);
    if (table.matches()) {
      return madeHere.add(table.group(1));
    }
    Matcher column = COLUMN.matcher(statement);
    if (column.matches()) {
      return madeHere.add(column.group(1) + "." + column.group(2))
          && HARMLESS.matcher(column.group(3)).matches();
    }
    Matcher index = INDEX.matcher(statement);
    if (index.matches()) {
      return index.group(1) == null || isNew(index.group(2), index.group(3).split(", ", -1));
    }
    Matcher update = UPDATE.matcher(statement);
    return update.matches() && areNew(update.group(1), assigned(update.group(2)));
  }

  /** An older server may write the same twice where nothing new takes part. */
  private boolean isNew(String table, String... columns) {
    return madeHere.contains(table)
        || Arrays.stream(columns).anyMatch(column -> madeHere.contains(table + "." + column));
  }

  private boolean areNew(String table, List<String> columns) {
    return !columns.isEmpty() && columns.stream().allMatch(column -> isNew(table, column));
  }

  /** The columns to the left of each equals sign that is in no brackets. */
  private static List<String> assigned(String assignments) {
    var columns = new ArrayList<String>();
    int depth = 0;
    var word = new StringBuilder();
    for (int i = 0; i < assignments.length(); i++) {
      char c = assignments.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && c == '=') {
        columns.add(word.toString().strip());
      } else if (depth == 0 && c == ',') {
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    return columns;
  }
}
