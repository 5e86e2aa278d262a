package com.astraof.oauth2.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key (RFC 7468 §10). */
final class PemKey {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
  private static final Pattern OLDER = Pattern.compile("-----BEGIN (RSA|EC) PRIVATE KEY-----");

  /** RFC 9325 §4.5. */
  private static final int LEAST_RSA_BITS = 2_048;

  private PemKey() {}

  static Optional<PrivateKey> parse(Path file, String pem, List<String> problems) {
    Matcher matcher = PKCS8.matcher(pem);
    if (!matcher.find()) {
      problems.add("The tls-key " + file + " " + whatItIs(pem));
      return Optional.empty();
    }
    Optional<PrivateKey> key = decode(matcher.group(1));
    if (key.isEmpty()) {
      problems.add("The tls-key " + file + " is neither an RSA nor an EC key, or is damaged.");
    } else if (key.get() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      problems.add("The tls-key " + file + " is too short: RSA takes 2048 bits or more.");
    }
    return key;
  }

  private static String whatItIs(String pem) {
    if (OLDER.matcher(pem).find()) {
      return "is not PKCS#8: convert it with openssl pkcs8 -topk8 -nodes.";
    }
    return pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
        ? "is encrypted: the server has no way to ask for the password."
        : "holds no whole private key in PEM.";
  }

  private static Optional<PrivateKey> decode(String base64) {
    return decode("EC", base64).or(() -> decode("RSA", base64));
  }

  private static Optional<PrivateKey> decode(String algorithm, String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      var factory = KeyFactory.getInstance(algorithm);
      return Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether what the one signs the other verifies. */
  static boolean belongs(PrivateKey key, PublicKey to) {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    byte[] probe = {1, 2, 3};
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(to);
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
