package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.secret.SecretHash;
import org.jspecify.annotations.Nullable;

/**
 * On which condition one more application comes in.
 *
 * @param initialToken of which a use is spent (RFC 7591 §3); null where none is asked for
 * @param most how many applications may have come in by themselves
 */
public record Admission(@Nullable SecretHash initialToken, int most) {
  /** What became of it. */
  public enum Outcome {
    ADMITTED,
    /** The name of its bot is taken: nothing is written. */
    NAME_TAKEN,
    /** The token is none, has expired or was used up: nothing is written. */
    TOKEN_VOID,
    /** There are so many already: nothing is written. */
    FULL
  }
}
