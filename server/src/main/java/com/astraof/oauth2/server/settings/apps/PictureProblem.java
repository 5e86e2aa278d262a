package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.server.picture.Reading.Refusal;

/** Why a picture is refused, in words for people. */
final class PictureProblem {
  private PictureProblem() {}

  /** Key of the sentence. */
  static String key(Refusal why) {
    return switch (why) {
      case TOO_LARGE -> "picture.too_large";
      case UNKNOWN_FORMAT -> "picture.unknown_format";
      case TOO_MANY_PIXELS -> "picture.too_many_pixels";
      case DAMAGED -> "picture.damaged";
    };
  }
}
