package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner of a closed account holds who has signed in and is asked whether to open it again:
 * sealed for the door at which it was asked.
 */
public final class ReturnTickets {
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;

  public ReturnTickets(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "return-ticket", entropy);
  }

  public String issue(SignIns.Outcome.Closed closed, SecretHash door, Instant now) {
    byte[] methods = SignInMethod.text(closed.methods()).getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(2 * Long.BYTES + methods.length)
            .putLong(now.toEpochMilli())
            .putLong(closed.user().value())
            .put(methods)
            .array();
    return Base64Url.encode(sealer.seal(NO_LABEL, door.bytes(), plain));
  }

  /** Empty for a forged or an old one, or one of another door. */
  public Optional<Returning> open(String ticket, SecretHash door, Instant now) {
    return Base64Url.decode(ticket)
        .flatMap(envelope -> sealer.open(envelope, 0, door.bytes()))
        .map(opened -> ByteBuffer.wrap(opened.plain()))
        .filter(plain -> now.isBefore(Instant.ofEpochMilli(plain.getLong()).plus(VALID)))
        .map(ReturnTickets::read);
  }

  private static Returning read(ByteBuffer plain) {
    var user = new UserId(plain.getLong());
    String methods = StandardCharsets.UTF_8.decode(plain).toString();
    return new Returning(user, SignInMethod.read(methods));
  }

  /**
   * @param methods by which the owner signed in
   */
  public record Returning(UserId user, Set<SignInMethod> methods) {
    public Returning {
      methods = Set.copyOf(methods);
    }
  }
}
