package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.key.SigningKeys;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;

/**
 * {@code GET /.well-known/jwks.json}: the public signing keys, and those that will be (RFC 7517
 * §5).
 */
public final class Jwks implements Endpoint {
  private final SigningKeys keys;

  public Jwks(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public Reply answer(Call call) {
    return Reply.text(200, "application/jwk-set+json", keys.published(call.now()).toString(true))
        .with("Cache-Control", "public, max-age=300");
  }
}
