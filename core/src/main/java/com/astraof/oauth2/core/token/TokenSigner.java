package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.key.SigningKey;
import com.astraof.oauth2.core.key.SigningKeys;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Signs with the key whose turn it is, and verifies with the one that a token names. */
public final class TokenSigner {
  private final SigningKeys keys;

  public TokenSigner(SigningKeys keys) {
    this.keys = keys;
  }

  String sign(JOSEObjectType type, JWTClaimsSet claims, Instant now) {
    SigningKey key = keys.current(now);
    var header = new JWSHeader.Builder(key.algorithm().jws()).type(type).keyID(key.id()).build();
    byte[] input = new SignedJWT(header, claims).getSigningInput();
    String unsigned = new String(input, StandardCharsets.US_ASCII);
    return unsigned + "." + Base64URL.encode(key.sign(input));
  }

  /**
   * False for a key that is not ours, and for another algorithm than the key's (RFC 8725 §3.1),
   * whatever else the header says: nothing it names is ever fetched.
   */
  boolean verifies(SignedJWT jwt, Instant now) {
    JWSHeader header = jwt.getHeader();
    return keys.accepted(header.getKeyID(), now)
        .filter(key -> key.algorithm().jws().equals(header.getAlgorithm()))
        .filter(key -> key.verifies(jwt.getSigningInput(), jwt.getSignature().decode()))
        .isPresent();
  }

  /** Whether what the key signed is accepted now. */
  boolean accepts(String key, Instant now) {
    return keys.accepted(key, now).isPresent();
  }
}
