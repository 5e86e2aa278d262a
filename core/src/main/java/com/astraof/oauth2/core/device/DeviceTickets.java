package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.util.Optional;

/**
 * What the page that asks about a device carries to its answer: which authorization was shown,
 * sealed for the session that saw it. The authorization's own time ends it.
 */
public final class DeviceTickets {
  private static final byte[] NO_LABEL = new byte[0];

  private final Sealer sealer;

  public DeviceTickets(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "device-ticket", entropy);
  }

  public String issue(GrantId authorization, Session session) {
    return Base64Url.encode(sealer.seal(NO_LABEL, session.token().bytes(), authorization.bytes()));
  }

  /** Empty for another session's ticket and for a forged one. */
  public Optional<GrantId> open(String ticket, Session session) {
    return Base64Url.decode(ticket)
        .flatMap(envelope -> sealer.open(envelope, 0, session.token().bytes()))
        .map(opened -> new GrantId(opened.plain()));
  }
}
