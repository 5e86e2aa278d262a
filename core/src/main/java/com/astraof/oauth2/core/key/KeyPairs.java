package com.astraof.oauth2.core.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes signing keys, and turns them from the platform's form into JWKs and back. */
final class KeyPairs {
  private static final int RSA_BITS = 2048;
  private static final int ED25519_BYTES = 32;

  /** What stands before the bare bytes in an encoded Ed25519 key (RFC 8410 §4 and §7). */
  private static final byte[] ED25519_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte[] ED25519_PRIVATE =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private KeyPairs() {}

  /**
   * A new key whose id is its thumbprint (RFC 7638). It never begins with a dash: on the command
   * line the key would be taken for an option.
   */
  static JWK generate(SigningAlgorithm algorithm) {
    JWK key = any(algorithm);
    while (key.getKeyID().startsWith("-")) {
      key = any(algorithm);
    }
    return key;
  }

  private static JWK any(SigningAlgorithm algorithm) {
    try {
      return switch (algorithm) {
        case ES256 -> onP256();
        case RS256 -> rsa();
        case EDDSA -> ed25519();
      };
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("No key for " + algorithm + " could be made", e);
    }
  }

  private static JWK onP256() throws GeneralSecurityException, JOSEException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
        .privateKey(pair.getPrivate())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(SigningAlgorithm.ES256.jws())
        .keyIDFromThumbprint()
        .build();
  }

  private static JWK rsa() throws GeneralSecurityException, JOSEException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    KeyPair pair = generator.generateKeyPair();
    return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
        .privateKey(pair.getPrivate())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(SigningAlgorithm.RS256.jws())
        .keyIDFromThumbprint()
        .build();
  }

  private static JWK ed25519() throws GeneralSecurityException, JOSEException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return new OctetKeyPair.Builder(Curve.Ed25519, bare(pair.getPublic().getEncoded()))
        .d(bare(pair.getPrivate().getEncoded()))
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(SigningAlgorithm.EDDSA.jws())
        .keyIDFromThumbprint()
        .build();
  }

  /**
   * The key for whoever signs.
   *
   * @param provider whose keys they are, where it makes its own: it is faster with them
   */
  static KeyPair open(JWK jwk, @Nullable Provider provider) {
    try {
      return switch (jwk) {
        case ECKey ec -> new KeyPair(ec.toECPublicKey(provider), ec.toECPrivateKey(provider));
        case RSAKey rsa -> translated(rsa.toKeyPair(), provider);
        case OctetKeyPair okp -> ed25519(okp);
        default -> throw new IllegalStateException("Not a signing key: " + jwk.getKeyType());
      };
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException("The signing key " + jwk.getKeyID() + " cannot be used", e);
    }
  }

  private static KeyPair ed25519(OctetKeyPair okp) throws GeneralSecurityException {
    var factory = KeyFactory.getInstance("Ed25519");
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(encoded(ED25519_PUBLIC, okp.getDecodedX()))),
        factory.generatePrivate(
            new PKCS8EncodedKeySpec(encoded(ED25519_PRIVATE, okp.getDecodedD()))));
  }

  private static KeyPair translated(KeyPair pair, @Nullable Provider provider)
      throws GeneralSecurityException {
    if (provider == null) {
      return pair;
    }
    var factory = KeyFactory.getInstance("RSA", provider);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded())),
        factory.generatePrivate(new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded())));
  }

  private static Base64URL bare(byte[] encoded) {
    return Base64URL.encode(
        Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length));
  }

  private static byte[] encoded(byte[] prefix, byte[] bare) {
    byte[] encoded = Arrays.copyOf(prefix, prefix.length + bare.length);
    System.arraycopy(bare, 0, encoded, prefix.length, bare.length);
    return encoded;
  }
}
