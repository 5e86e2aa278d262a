package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.mail.Notice;
import com.astraof.oauth2.server.view.LetterPage.Action;
import com.astraof.oauth2.server.view.LetterPage.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written to people. Subjects are our own words alone: no name stands in a header. */
public final class Letters {
  private final Words words;
  private final String footer;

  /**
   * @param host by which people know this server
   */
  public Letters(Words words, String host) {
    this.words = words;
    this.footer = words.say("letter.footer", host);
  }

  public LetterPage verify(String link) {
    return asking(
        words.say("letter.verify.subject"),
        List.of(words.say("letter.verify")),
        new Action(words.say("letter.verify.do"), link),
        List.of(words.say("letter.verify.valid"), words.say("letter.verify.not_you")));
  }

  /**
   * @param tag of the account
   */
  public LetterPage reset(String link, String tag) {
    return asking(
        words.say("letter.reset.subject"),
        List.of(words.say("letter.reset", tag)),
        new Action(words.say("letter.reset.do"), link),
        List.of(words.say("letter.reset.valid"), words.say("letter.reset.not_you")));
  }

  public LetterPage change(String link, String tag) {
    return asking(
        words.say("letter.change.subject"),
        List.of(words.say("letter.change", tag)),
        new Action(words.say("letter.change.do"), link),
        List.of(words.say("letter.change.valid"), words.say("letter.change.not_you")));
  }

  /**
   * @param at when the account got another address
   */
  public LetterPage changed(String link, String tag, Instant at) {
    return new LetterPage(
        words,
        words.say("letter.changed.subject"),
        List.of(words.say("letter.changed", tag), words.say("letter.changed.not_you")),
        List.of(when(at)),
        new Action(words.say("letter.changed.do"), link),
        List.of(words.say("letter.changed.valid")),
        footer);
  }

  /**
   * @param issuer where the settings are
   */
  public LetterPage tell(Told told, String issuer) {
    String app = told.application();
    String name = app == null ? words.say("activity.some_app") : Shown.text(app);
    var facts = new ArrayList<Fact>();
    facts.add(when(told.at()));
    Place place = told.place();
    if (place != null) {
      facts.add(new Fact(words.say("letter.device"), Devices.name(place.device(), words)));
      facts.add(new Fact(words.say("letter.address"), place.address()));
    }
    return new LetterPage(
        words,
        words.say(
            Notice.of(told.what()) == Notice.WHEN_NEW
                ? "letter.signed_in.subject"
                : "letter.tell.subject"),
        List.of(words.say("letter.sentence", words.say(Happening.of(told.what()).key(), name))),
        facts,
        new Action(words.say("letter.tell.do"), issuer + Section.ACTIVITY.path()),
        List.of(words.say("letter.tell.you"), words.say("letter.tell.not_you")),
        footer);
  }

  /** Written by the operator to see whether it arrives. */
  public LetterPage trial() {
    return new LetterPage(
        words,
        words.say("letter.trial.subject"),
        List.of(words.say("letter.trial")),
        List.of(),
        null,
        List.of(),
        footer);
  }

  private LetterPage asking(
      String subject, List<String> before, Action action, List<String> after) {
    return new LetterPage(words, subject, before, List.of(), action, after, footer);
  }

  private Fact when(Instant at) {
    return new Fact(words.say("letter.when"), words.dateTime(at));
  }

  /**
   * Something that happened to an account.
   *
   * @param application its name; null when none was concerned, or it is gone
   * @param place null when the user may not know it
   */
  public record Told(Event what, @Nullable String application, @Nullable Place place, Instant at) {}
}
