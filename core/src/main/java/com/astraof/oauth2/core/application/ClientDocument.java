package com.astraof.oauth2.core.application;

import java.net.URI;
import java.time.Instant;

/**
 * Where an application describes itself. The address is its {@code client_id}.
 *
 * @param address as the client writes it, character by character
 * @param readAt when what is known of the application was read there
 * @param freshUntil when it is to be read again
 * @see <a
 *     href="https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/">OAuth
 *     Client ID Metadata Document</a>
 */
public record ClientDocument(String address, Instant readAt, Instant freshUntil) {
  /** Who vouches for it: the host, with its port where it names one. */
  public String host() {
    return URI.create(address).getRawAuthority();
  }
}
