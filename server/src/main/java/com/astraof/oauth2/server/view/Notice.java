package com.astraof.oauth2.server.view;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line on top of a settings page: what was just done, or why it was not.
 *
 * @param key of the sentence
 * @param names what the sentence names, such as an app
 */
public record Notice(Tone tone, String key, List<String> names) {
  public Notice {
    names = List.copyOf(names);
  }

  public static Notice done(String key, String... names) {
    return new Notice(Tone.DONE, key, shown(names));
  }

  public static Notice problem(String key, String... names) {
    return new Notice(Tone.PROBLEM, key, shown(names));
  }

  Content sentence(Words words) {
    return words.weave(key, names.toArray(String[]::new));
  }

  private static List<String> shown(String... names) {
    return Stream.of(names).map(Shown::text).toList();
  }

  /** Whether it is good news. */
  public enum Tone {
    DONE,
    PROBLEM
  }
}
