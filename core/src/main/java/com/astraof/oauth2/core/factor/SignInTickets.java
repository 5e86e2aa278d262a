package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What someone holds between the password and the second factor: sealed for the door at which the
 * password was given, and void once the password is another.
 */
public final class SignInTickets {
  static final Duration VALID = Duration.ofMinutes(5);
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;

  public SignInTickets(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "second-step-ticket", entropy);
  }

  /**
   * @param adds whether the second factor comes to a sign-in that was before
   */
  String issue(User user, SecretHash boundTo, boolean adds, Instant now) {
    byte[] plain =
        ByteBuffer.allocate(3 * Long.BYTES + 1)
            .putLong(now.toEpochMilli())
            .putLong(user.id().value())
            .putLong(passwordOf(user))
            .put((byte) (adds ? 1 : 0))
            .array();
    return Base64Url.encode(sealer.seal(NO_LABEL, boundTo.bytes(), plain));
  }

  /** Empty for a forged or an old one, or one of another door. */
  Optional<Ticket> open(String ticket, SecretHash boundTo, Instant now) {
    return Base64Url.decode(ticket)
        .flatMap(envelope -> sealer.open(envelope, 0, boundTo.bytes()))
        .map(opened -> read(ByteBuffer.wrap(opened.plain())))
        .filter(read -> now.isBefore(read.until()));
  }

  private static Ticket read(ByteBuffer plain) {
    Instant until = Instant.ofEpochMilli(plain.getLong()).plus(VALID);
    return new Ticket(new UserId(plain.getLong()), plain.getLong(), plain.get() == 1, until);
  }

  /** Tells the user's passwords apart, as far as a ticket lives. */
  private static long passwordOf(User user) {
    Instant changed = user.history().passwordChangedAt();
    return changed == null ? 0 : changed.toEpochMilli();
  }

  /**
   * @param password which one was given
   * @param adds whether that was in a sign-in before
   */
  record Ticket(UserId user, long password, boolean adds, Instant until) {
    boolean isOf(User now) {
      return user.equals(now.id()) && password == passwordOf(now);
    }
  }
}
