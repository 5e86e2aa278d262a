package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.secret.Entropy;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person copies from a device: eight consonants, so that no word comes about and none is
 * taken for another, of which there are 25 thousand million.
 *
 * @param letters in upper case, without the dash
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-6.1">RFC 8628 §6.1</a>
 */
public record UserCode(String letters) {
  private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
  private static final int LENGTH = 8;
  private static final int HALF = LENGTH / 2;
  private static final int LONGEST_TYPED = 64;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

  public UserCode {
    if (!SHAPE.matcher(letters).matches()) {
      throw new IllegalArgumentException("A user code has 8 letters of " + ALPHABET);
    }
  }

  static UserCode draw(Entropy entropy) {
    var letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(ALPHABET.charAt(entropy.below(ALPHABET.length())));
    }
    return new UserCode(letters.toString());
  }

  /** Reads it in any case, with spaces, dashes and the like anywhere; empty for anything else. */
  public static Optional<UserCode> read(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String letters = PUNCTUATION.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return Optional.of(letters).filter(SHAPE.asMatchPredicate()).map(UserCode::new);
  }

  /** As people see it: {@code XXXX-XXXX}. */
  @Override
  public String toString() {
    return letters.substring(0, HALF) + "-" + letters.substring(HALF);
  }
}
