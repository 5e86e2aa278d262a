package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The style sheet and the icon, which come with the app. */
final class Assets {
  private static final String STYLE =
      String.join("\n", load("style.css"), load("board.css"), load("constellation.css"));
  private static final String ICON = load("icon.svg");

  private Assets() {}

  static Reply style(Visit visit) {
    return Reply.asset("text/css; charset=utf-8", STYLE);
  }

  static Reply icon(Visit visit) {
    return Reply.asset("image/svg+xml", ICON);
  }

  private static String load(String name) {
    try (var file = Assets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the app");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
