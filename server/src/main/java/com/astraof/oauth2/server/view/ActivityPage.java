package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/activity}: what happened to an account.
 *
 * @param items newest first
 * @param newest whether nothing newer was left out
 * @param before where older ones begin, for {@code ?before=}; null when there are none
 */
public record ActivityPage(
    SettingsFrame settings, List<Item> items, boolean newest, @Nullable Long before) {
  public ActivityPage {
    items = List.copyOf(items);
  }

  /** The items by day. */
  public List<Day> days() {
    Map<LocalDate, List<Item>> days = new LinkedHashMap<>();
    for (Item item : items) {
      LocalDate day = LocalDate.ofInstant(item.at(), ZoneOffset.UTC);
      days.computeIfAbsent(day, any -> new ArrayList<>()).add(item);
    }
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  /** Older ones; null when there are none. */
  public @Nullable String olderLink() {
    return before == null ? null : Section.ACTIVITY.path() + "?before=" + before;
  }

  /** What happened on one day in UTC. */
  public record Day(LocalDate date, List<Item> items) {
    public Day {
      items = List.copyOf(items);
    }

    /** As the reader writes it. */
    public String in(Words words) {
      return words.date(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /**
   * Something that happened.
   *
   * @param application name of the app that it is about; null when it is about none, or that is no
   *     more
   * @param from where whoever did it was; null where that is not the reader's to know
   */
  public record Item(Event event, @Nullable String application, Instant at, @Nullable Place from) {
    public Item {
      application = application == null ? null : Shown.text(application);
    }

    public Happening what() {
      return Happening.of(event);
    }

    public Content in(Words words) {
      String name = application == null ? words.say("activity.some_app") : application;
      return words.weave(what().key(), name);
    }

    /** Whether anything is known of the device. */
    public boolean hasDevice() {
      return from != null && !from.device().equals(Device.UNKNOWN);
    }
  }
}
