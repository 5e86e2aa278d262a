package com.astraof.oauth2.server.doctor;

import com.astraof.oauth2.server.tls.TlsIdentity;
import java.time.Duration;
import java.time.Instant;

/** The certificate that the server itself shows. */
public final class CertificateCheck {
  private static final String NAME = "certificate";
  private static final Duration SOON = Duration.ofDays(14);

  private CertificateCheck() {}

  public static Finding look(TlsIdentity identity, Instant now) {
    Instant from = identity.own().getNotBefore().toInstant();
    Instant until = identity.own().getNotAfter().toInstant();
    String says = "good until " + until;
    String todo = "Renew it in place; the server reads it again by itself.";
    if (now.isAfter(until) || now.isBefore(from)) {
      return Finding.problem(NAME, "good from " + from + " until " + until, todo);
    }
    return now.plus(SOON).isAfter(until)
        ? Finding.warning(NAME, says, todo)
        : Finding.ok(NAME, says);
  }
}
