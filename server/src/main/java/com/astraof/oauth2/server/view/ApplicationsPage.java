package com.astraof.oauth2.server.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /settings/applications}: what a developer has registered, and what others offer. */
public record ApplicationsPage(
    SettingsFrame settings, Sudo sudo, List<Item> applications, List<Offer> offers) {
  public ApplicationsPage {
    applications = List.copyOf(applications);
    offers = List.copyOf(offers);
  }

  /**
   * One application.
   *
   * @param icon path of its icon, one of ours; null when it has none
   * @param isConfidential whether it can keep a secret
   * @param botIsPublic whether others may add its bot
   */
  public record Item(
      String id,
      String name,
      @Nullable String icon,
      Instant createdAt,
      boolean isConfidential,
      boolean botIsPublic) {
    public Item {
      name = Shown.text(name);
    }

    public String path() {
      return ApplicationFrame.path(id);
    }

    /** Stands for the icon. */
    public String initial() {
      return Shown.initial(name);
    }
  }

  /**
   * An application that its owner wants to hand over.
   *
   * @param icon path of its icon, one of ours; null when it has none
   * @param from its owner's {@code name#0001}
   */
  public record Offer(String id, String name, @Nullable String icon, String from) {
    public Offer {
      name = Shown.text(name);
      from = Shown.text(from);
    }

    /** Where the answer goes: {@code accept} or {@code decline}. */
    public String action(String answer) {
      return ApplicationFrame.path(id) + "/transfer/" + answer;
    }

    /** The form that accepts, as {@link Sudo} names it. */
    public static String form(String id) {
      return "accept-" + id;
    }

    /** Stands for the icon. */
    public String initial() {
      return Shown.initial(name);
    }
  }
}
