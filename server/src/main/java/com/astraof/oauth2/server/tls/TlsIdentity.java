package com.astraof.oauth2.server.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server shows and proves in a handshake.
 *
 * @param chain the server's own certificate first, each next one its issuer's
 */
public record TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
  public TlsIdentity {
    chain = List.copyOf(chain);
  }

  public X509Certificate own() {
    return chain.getFirst();
  }

  @Override
  public String toString() {
    return "TlsIdentity[" + own().getSubjectX500Principal() + "]";
  }
}
