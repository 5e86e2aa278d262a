package com.astraof.oauth2.core.key;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869), from the JDK. */
final class Hkdf {
  private Hkdf() {}

  static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
    try {
      var spec = HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(info, length);
      return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of JDK 25", e);
    }
  }
}
