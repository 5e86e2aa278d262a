package com.astraof.oauth2.demoapp;

import static java.util.Objects.requireNonNullElse;

import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user object of Astral's API, as far as this app shows it. */
record Profile(
    String id,
    String username,
    String discriminator,
    @Nullable String globalName,
    @Nullable String email,
    boolean verified) {

  static Profile from(Map<String, Object> json) throws ParseException {
    return new Profile(
        Json.required(json, "id"),
        Json.required(json, "username"),
        Json.required(json, "discriminator"),
        Json.text(json, "global_name").orElse(null),
        Json.text(json, "email").orElse(null),
        Json.isTrue(json, "verified"));
  }

  String displayName() {
    return requireNonNullElse(globalName, username);
  }

  String tag() {
    return username + "#" + discriminator;
  }
}
