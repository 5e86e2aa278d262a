package com.astraof.oauth2.server;

import com.astraof.oauth2.storage.MoveWatch;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how far rows have been moved: a bar on a terminal, lines anywhere else. */
final class MoveProgress implements MoveWatch {
  private static final int LENGTH = 24;

  /** A line for each tenth of a table. */
  private static final int LINES = 10;

  private final PrintWriter out;
  private final boolean isTerminal;
  private String table = "";
  private long shown;

  MoveProgress(PrintWriter out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** On the terminal that the command was typed in, if it was. */
  static MoveProgress on(PrintWriter out) {
    return new MoveProgress(
        out, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
  }

  @Override
  public void at(Step step, String name, long done, long all) {
    boolean isDone = done == all;
    if (isTerminal) {
      out.print('\r' + bar(step, name, done, all) + (isDone ? System.lineSeparator() : ""));
    } else if (isDone || isNextTenth(name, done, all)) {
      out.printf("%s %s: %,d of %,d rows.%n", verb(step), name, done, all);
    }
    out.flush();
  }

  private boolean isNextTenth(String name, long done, long all) {
    if (!name.equals(table)) {
      table = name;
      shown = 0;
    }
    long tenth = done * LINES / all;
    boolean isNext = tenth > shown;
    shown = tenth;
    return isNext;
  }

  private static String bar(Step step, String name, long done, long all) {
    int full = done == all ? LENGTH : (int) (done * LENGTH / all);
    return "%-9s %-24s [%s%s] %,d of %,d rows"
        .formatted(verb(step), name, "#".repeat(full), " ".repeat(LENGTH - full), done, all);
  }

  private static String verb(Step step) {
    return switch (step) {
      case COPYING -> "Copying";
      case COMPARING -> "Comparing";
    };
  }
}
