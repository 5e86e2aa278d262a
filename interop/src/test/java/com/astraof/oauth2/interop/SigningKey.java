package com.astraof.oauth2.interop;

import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestUser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Map;

/** What an app signs with, in place of a secret. */
final class SigningKey {
  private SigningKey() {}

  static ECKey generate() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID("first").generate();
  }

  /** The server learns the public half. */
  static void register(TestUser owner, TestApp app, ECKey key) {
    var body = Map.of("jwks", new JWKSet(key).toJSONObject(true), "password", TestUser.PASSWORD);
    owner.patch("/api/v1/oauth2/applications/" + app.id(), body).hasStatus(200);
  }
}
