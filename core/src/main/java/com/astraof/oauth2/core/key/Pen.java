package com.astraof.oauth2.core.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import org.jspecify.annotations.Nullable;

/** Signs bytes with one key, and checks what was signed, by the algorithm of that key alone. */
final class Pen {
  private final SigningAlgorithm algorithm;
  private final KeyPair pair;
  private final @Nullable Provider provider;

  /**
   * @param provider does the work; null for the JDK's own
   */
  Pen(SigningAlgorithm algorithm, KeyPair pair, @Nullable Provider provider) {
    this.algorithm = algorithm;
    this.pair = pair;
    this.provider = provider;
  }

  byte[] sign(byte[] input) {
    try {
      Signature signature = signature();
      signature.initSign(pair.getPrivate());
      signature.update(input);
      byte[] signed = signature.sign();
      return algorithm == SigningAlgorithm.ES256 ? LowS.of(signed) : signed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Signing failed", e);
    }
  }

  /** Never throws on foreign bytes. */
  boolean verifies(byte[] input, byte[] signed) {
    if (signed.length != algorithm.signatureBytes()
        || (algorithm == SigningAlgorithm.ES256 && !LowS.holds(signed))) {
      return false;
    }
    try {
      Signature signature = signature();
      signature.initVerify(pair.getPublic());
      signature.update(input);
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Verifying failed", e);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    String name =
        switch (algorithm) {
          case ES256 -> "SHA256withECDSAinP1363Format";
          case RS256 -> "SHA256withRSA";
          case EDDSA -> "Ed25519";
        };
    return provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
  }
}
