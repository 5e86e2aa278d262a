package com.astraof.oauth2.server.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter: the same in plain text and in HTML.
 *
 * @param facts lines beside which it says what they are
 * @param action the one thing to do; null when there is none
 * @param after what is said below that
 */
public record LetterPage(
    Words words,
    String subject,
    List<String> before,
    List<Fact> facts,
    @Nullable Action action,
    List<String> after,
    String footer) {
  public LetterPage {
    before = List.copyOf(before);
    facts = List.copyOf(facts);
    after = List.copyOf(after);
  }

  /** Without HTML. Whatever stands between two paragraphs is an empty line. */
  public String text() {
    var parts = new ArrayList<String>(before);
    if (!facts.isEmpty()) {
      parts.add(String.join("\n", facts.stream().map(fact -> fact.line(words)).toList()));
    }
    if (action != null) {
      parts.add(action.label() + ":\n" + action.address());
    }
    parts.addAll(after);
    parts.add("-- \n" + footer);
    return String.join("\n\n", parts) + "\n";
  }

  /** Such as when or where. */
  public record Fact(String name, String value) {
    public Fact {
      value = Shown.prose(value);
    }

    String line(Words words) {
      return words.say("letter.fact", name, value);
    }
  }

  /** A button. */
  public record Action(String label, String address) {}
}
