package com.astraof.oauth2.core.key;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Of the two values of s with which an ECDSA signature holds, s and n − s, the lower: so a
 * signature has no twin that somebody without the key can make.
 */
final class LowS {
  private static final int PART = 32;
  private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();
  private static final BigInteger HALF = ORDER.shiftRight(1);

  private LowS() {}

  static boolean holds(byte[] signature) {
    return s(signature).compareTo(HALF) <= 0;
  }

  static byte[] of(byte[] signature) {
    if (holds(signature)) {
      return signature;
    }
    byte[] low = Arrays.copyOf(signature, 2 * PART);
    byte[] s = ORDER.subtract(s(signature)).toByteArray();
    Arrays.fill(low, PART, low.length, (byte) 0);
    System.arraycopy(s, 0, low, low.length - s.length, s.length);
    return low;
  }

  private static BigInteger s(byte[] signature) {
    return new BigInteger(1, signature, PART, PART);
  }
}
