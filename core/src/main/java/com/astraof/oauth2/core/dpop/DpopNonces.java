package com.astraof.oauth2.core.dpop;

import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.Base64Url;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nonces that tell a fresh proof from one that was made in advance. They follow from the time and
 * the master key, so all nodes know the same ones and nobody stores any.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-8">RFC 9449 §8</a>
 */
public final class DpopNonces {
  /** A nonce is good for one to two of these. */
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final Authenticator authenticator;
  private final boolean required;

  public DpopNonces(MasterKeys masters, boolean required) {
    this.authenticator = new Authenticator(masters, "dpop-nonce");
    this.required = required;
  }

  /** The nonce for the next proof; empty where none is asked for. */
  public Optional<String> current(Instant now) {
    return required ? Optional.of(of(period(now))) : Optional.empty();
  }

  /** Whether a proof may carry it; where none is asked for, any will do. */
  boolean accepts(Optional<String> nonce, Instant now) {
    long period = period(now);
    // A node whose clock is ahead may have given the next one.
    return !required
        || Stream.of(period, period - 1, period + 1)
            .anyMatch(one -> nonce.filter(of(one)::equals).isPresent());
  }

  private static long period(Instant now) {
    return now.toEpochMilli() / PERIOD.toMillis();
  }

  private String of(long period) {
    byte[] statement = ByteBuffer.allocate(Long.BYTES).putLong(period).array();
    return Base64Url.encode(authenticator.vouch(statement));
  }
}
