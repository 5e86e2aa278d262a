package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A new secret on its way to an app and back: sealed into the page that shows it, for the session
 * that has just confirmed who it is.
 */
public final class TotpSetups {
  private static final Duration VALID = Duration.ofMinutes(30);
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;
  private final Entropy entropy;

  public TotpSetups(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "totp-setup", entropy);
    this.entropy = entropy;
  }

  public Setup begin(Session session, Instant now) {
    var secret = TotpSecret.generate(entropy);
    byte[] key = secret.bytes();
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + key.length).putLong(now.toEpochMilli()).put(key).array();
    byte[] context = session.token().bytes();
    return new Setup(secret, Base64Url.encode(sealer.seal(NO_LABEL, context, plain)));
  }

  /** Empty for what this session did not begin, or too long ago. */
  public Optional<Setup> open(String ticket, Session session, Instant now) {
    return Base64Url.decode(ticket)
        .flatMap(envelope -> sealer.open(envelope, 0, session.token().bytes()))
        .map(opened -> ByteBuffer.wrap(opened.plain()))
        .filter(plain -> now.isBefore(Instant.ofEpochMilli(plain.getLong()).plus(VALID)))
        .map(plain -> new Setup(rest(plain), ticket));
  }

  private static TotpSecret rest(ByteBuffer plain) {
    byte[] key = new byte[plain.remaining()];
    plain.get(key);
    return new TotpSecret(key);
  }

  /**
   * @param ticket carries the secret through the form
   */
  public record Setup(TotpSecret secret, String ticket) {}
}
