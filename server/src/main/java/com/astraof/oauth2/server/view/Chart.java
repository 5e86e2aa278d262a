package com.astraof.oauth2.server.view;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * One number for each of the last days, drawn as bars.
 *
 * @param key of its title; it also names the chart on its page
 */
public record Chart(String key, List<Day> days) {
  public static final int HEIGHT = 72;
  private static final int PITCH = 10;
  private static final int LEAST = 2;

  public Chart {
    days = List.copyOf(days);
  }

  /** What happened how often on a day in UTC. */
  public record Day(LocalDate date, long count) {
    public String in(Words words) {
      return words.date(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /** In units of the drawing. */
  public record Bar(int x, int y, int height) {}

  public String id() {
    return key.replace('.', '-');
  }

  public int width() {
    return days.size() * PITCH;
  }

  public long total() {
    return days.stream().mapToLong(Day::count).sum();
  }

  public long highest() {
    return days.stream().mapToLong(Day::count).max().orElse(0);
  }

  /** Of the days on which anything happened; the highest fills the height. */
  public List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < days.size(); i++) {
      long count = days.get(i).count();
      if (count > 0) {
        int height = Math.max(LEAST, (int) Math.round((double) HEIGHT * count / highest()));
        bars.add(new Bar(i * PITCH + 1, HEIGHT - height, height));
      }
    }
    return bars;
  }
}
