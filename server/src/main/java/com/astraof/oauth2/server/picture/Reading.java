package com.astraof.oauth2.server.picture;

import com.astraof.oauth2.core.picture.StoredPicture;

/** What became of an uploaded picture. */
public sealed interface Reading {
  /** In our own encoding, small enough to show. */
  record Accepted(StoredPicture picture) implements Reading {}

  record Refused(Refusal why) implements Reading {}

  /** Why a picture is refused; the key of a sentence is its name in lower case. */
  enum Refusal {
    TOO_LARGE("A picture may have at most 10 MiB."),
    UNKNOWN_FORMAT("This is not a PNG, JPEG, WebP or GIF picture."),
    TOO_MANY_PIXELS("This picture has too many pixels or frames."),
    DAMAGED("This picture is damaged. Save it again, perhaps as PNG.");

    private final String sentence;

    Refusal(String sentence) {
      this.sentence = sentence;
    }

    /** For the API, in English. */
    public String sentence() {
      return sentence;
    }
  }
}
