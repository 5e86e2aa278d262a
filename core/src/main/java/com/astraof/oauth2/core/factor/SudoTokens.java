package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Says for some minutes that a session was confirmed by a second factor. It is sealed for that
 * session, and worthless to any other.
 */
public final class SudoTokens {
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;

  public SudoTokens(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "sudo-token", entropy);
  }

  public Secret issue(Session session, Instant now) {
    long until = now.plus(Sessions.CONFIRMED).toEpochMilli();
    byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(until).array();
    return new Secret(Base64Url.encode(sealer.seal(NO_LABEL, session.token().bytes(), plain)));
  }

  /** Whether it was issued to this session, lately. */
  public boolean opens(String token, Session session, Instant now) {
    return Base64Url.decode(token)
        .flatMap(envelope -> sealer.open(envelope, 0, session.token().bytes()))
        .filter(opened -> isBefore(now, ByteBuffer.wrap(opened.plain()).getLong()))
        .isPresent();
  }

  private static boolean isBefore(Instant now, long until) {
    return now.isBefore(Instant.ofEpochMilli(until));
  }
}
