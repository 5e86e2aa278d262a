package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Application.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether an app may.
 *
 * @param fresh what it would be allowed anew
 * @param known what it may do as it is, and asks for again
 */
public record ConsentPage(
    Frame frame,
    Asker application,
    Person user,
    List<Asked> fresh,
    List<Asked> known,
    Destination destination,
    Decision decision) {
  public ConsentPage {
    fresh = List.copyOf(fresh);
    known = List.copyOf(known);
  }

  /**
   * The app.
   *
   * @param since when it was registered, as the user writes dates
   * @param icon path of its icon, one of ours; null when it has none
   * @param description in the app's own words; null when it has none
   * @param links to the app's own pages
   * @param trust whether its name can be believed
   * @param newcomer where nobody here has registered it; null where a developer has
   */
  public record Asker(
      String name,
      String since,
      @Nullable String icon,
      @Nullable String description,
      AppLinks links,
      Trust trust,
      @Nullable Newcomer newcomer) {
    public Asker {
      name = Shown.text(name);
      description = description == null || description.isBlank() ? null : Shown.prose(description);
    }

    /** An app of which no more is known. */
    public Asker(String name, String since) {
      this(name, since, null, null, new AppLinks(Links.NONE));
    }

    /** An app of which nothing particular is to be known. */
    public Asker(
        String name,
        String since,
        @Nullable String icon,
        @Nullable String description,
        AppLinks links) {
      this(name, since, icon, description, links, Trust.PLAIN, null);
    }

    /** Stands for the picture. */
    public String initial() {
      return Shown.initial(name);
    }
  }

  /**
   * An app that came in by itself.
   *
   * @param host where it describes itself; null where it does not
   */
  public record Newcomer(@Nullable String host) {
    public Newcomer {
      host = host == null ? null : Shown.text(host);
    }
  }

  /**
   * Where the browser goes next.
   *
   * @param host with its port unless that is the usual one
   */
  public record Destination(String host) {
    public Destination {
      host = Shown.text(host);
    }
  }
}
