package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a consent page carries from being shown to being answered: the very request that was shown,
 * sealed for the session that saw it. A click on it can grant nothing else, to nobody else, for no
 * longer than an hour.
 */
public final class ConsentTickets {
  static final Duration VALID = Duration.ofHours(1);
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;

  public ConsentTickets(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "consent-ticket-at", entropy);
  }

  public String issue(AuthorizationRequest request, Session session, Instant now) {
    byte[] query = request.query().getBytes(StandardCharsets.UTF_8);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + query.length)
            .putLong(now.toEpochMilli())
            .put(query)
            .array();
    return Base64Url.encode(sealer.seal(NO_LABEL, session.token().bytes(), plain));
  }

  /** The request that was shown; empty for another session's ticket, a forged or an old one. */
  public Optional<Shown> open(String ticket, Session session, Instant now) {
    return Base64Url.decode(ticket)
        .flatMap(envelope -> sealer.open(envelope, 0, session.token().bytes()))
        .map(opened -> shown(ByteBuffer.wrap(opened.plain())))
        .filter(shown -> now.isBefore(shown.at().plus(VALID)));
  }

  private static Shown shown(ByteBuffer plain) {
    Instant at = Instant.ofEpochMilli(plain.getLong());
    return new Shown(Parameters.parse(StandardCharsets.UTF_8.decode(plain).toString()), at);
  }

  /**
   * @param parameters of the request
   * @param at when; what was good then may be answered now
   */
  public record Shown(Parameters parameters, Instant at) {}
}
