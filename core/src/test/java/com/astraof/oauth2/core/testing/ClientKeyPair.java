package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.secret.Base64Url;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The key of a client, with which anything can be signed: genuine assertions, and forged ones. */
public final class ClientKeyPair {
  private final JWK published;
  private final Signer signer;
  private final JWSAlgorithm algorithm;

  private ClientKeyPair(JWK published, JWSAlgorithm algorithm, Signer signer) {
    this.published = published;
    this.algorithm = algorithm;
    this.signer = signer;
  }

  public static ClientKeyPair es256(String kid) {
    try {
      var pair = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
      var signer = new ECDSASigner(pair);
      var header = new JWSHeader(JWSAlgorithm.ES256);
      return new ClientKeyPair(
          pair.toPublicJWK(), JWSAlgorithm.ES256, input -> signer.sign(header, input).decode());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ClientKeyPair rsa(String kid, JWSAlgorithm algorithm) {
    try {
      var pair = new RSAKeyGenerator(2_048).keyID(kid).generate();
      var signer = new RSASSASigner(pair);
      var header = new JWSHeader(algorithm);
      return new ClientKeyPair(
          pair.toPublicJWK(), algorithm, input -> signer.sign(header, input).decode());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ClientKeyPair ed25519(String kid, JWSAlgorithm algorithm) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
      var published =
          new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).keyID(kid).build();
      return new ClientKeyPair(published, algorithm, input -> sign(pair, input));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sign(KeyPair pair, byte[] input) throws GeneralSecurityException {
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(input);
    return signature.sign();
  }

  public JWK published() {
    return published;
  }

  /** A JWK Set of the public halves. */
  public static String set(ClientKeyPair... pairs) {
    return new JWKSet(Stream.of(pairs).map(ClientKeyPair::published).toList()).toString();
  }

  /** The header of its assertions, with whatever more members. */
  public String header(String members) {
    return "{\"alg\":\""
        + algorithm
        + "\",\"kid\":\""
        + published.getKeyID()
        + "\""
        + members
        + "}";
  }

  public String sign(String claims) {
    return sign(header(""), claims);
  }

  public String sign(String header, String claims) {
    String input = encoded(header) + "." + encoded(claims);
    try {
      return input + "." + Base64Url.encode(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (JOSEException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of each kind. */
  public static List<ClientKeyPair> ofEveryKind() {
    return List.of(
        es256("a"),
        rsa("b", JWSAlgorithm.PS256),
        rsa("c", JWSAlgorithm.RS256),
        ed25519("d", JWSAlgorithm.EdDSA),
        ed25519("e", JWSAlgorithm.Ed25519));
  }

  private static String encoded(String json) {
    return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes the bytes of a signature. */
  @FunctionalInterface
  private interface Signer {
    byte[] sign(byte[] input) throws JOSEException, GeneralSecurityException;
  }
}
