package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.protocol.Parameters;
import org.jspecify.annotations.Nullable;

/** What was typed into a form. */
final class Typed {
  private Typed() {}

  /** Browsers send the ends of lines as two characters. */
  static String text(Parameters form, String field) {
    return form.optional(field).orElse("").replace("\r\n", "\n").strip();
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Whether a box is ticked. */
  static boolean ticked(Parameters form, String field) {
    return form.optional(field).filter("true"::equals).isPresent();
  }
}
