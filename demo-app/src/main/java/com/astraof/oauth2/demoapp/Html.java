package com.astraof.oauth2.demoapp;

import java.util.Collection;

/** Finished markup. What goes into a template is escaped, unless it is finished markup itself. */
record Html(String markup) {
  static final Html NONE = new Html("");

  /**
   * The template with its {@code {}} filled in order; each is text or a quoted attribute's value.
   */
  static Html of(String template, Object... values) {
    var parts = template.split("\\{}", -1);
    if (parts.length != values.length + 1) {
      throw new IllegalArgumentException(
          "The template has " + (parts.length - 1) + " places for " + values.length);
    }
    var markup = new StringBuilder(parts[0]);
    for (int i = 0; i < values.length; i++) {
      markup.append(
          values[i] instanceof Html(var finished) ? finished : escape(values[i].toString()));
      markup.append(parts[i + 1]);
    }
    return new Html(markup.toString());
  }

  static Html join(Collection<Html> pieces) {
    return new Html(String.join("", pieces.stream().map(Html::markup).toList()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
