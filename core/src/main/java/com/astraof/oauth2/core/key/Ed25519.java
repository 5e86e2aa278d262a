package com.astraof.oauth2.core.key;

import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * Signatures by Ed25519, verified by the JDK: the JOSE library would want another library for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037#section-3.1">RFC 8037 §3.1</a>
 */
final class Ed25519 {
  /** What DER writes in front of the 32 bytes of such a key (RFC 8410 §4). */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** False for a key that is none, too. */
  static boolean verifies(SignedJWT jwt, OctetKeyPair key) {
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(PREFIX);
    encoded.writeBytes(key.getDecodedX());
    try {
      var spec = new X509EncodedKeySpec(encoded.toByteArray());
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
      signature.update(jwt.getSigningInput());
      return signature.verify(jwt.getSignature().decode());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
