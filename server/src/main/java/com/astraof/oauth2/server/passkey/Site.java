package com.astraof.oauth2.server.passkey;

import java.net.URI;

/**
 * Who we are to passkeys. It is configuration, never taken from a request.
 *
 * @param id the host: passkeys are bound to it for good
 * @param origin scheme, host and port of our pages
 * @see <a href="https://www.w3.org/TR/webauthn-3/#rp-id">WebAuthn Level 3 §4, RP ID</a>
 */
public record Site(String id, String origin) {
  public static Site of(String issuer) {
    URI uri = URI.create(issuer);
    return new Site(uri.getHost(), uri.getScheme() + "://" + uri.getRawAuthority());
  }
}
