package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authenticator made of software, with one passkey: it answers what it is asked, and lies where
 * a test has it lie.
 */
public final class SoftAuthenticator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int HAS_KEY = 0x40;

  private final KeyPair keys = keys();
  private final byte[] id = Sha256.of(keys.getPublic().getEncoded());
  private String handle = "";
  private String origin;
  private int flags = PRESENT | VERIFIED;
  private long counter;

  /**
   * @param origin of the page that it believes to be on
   */
  public SoftAuthenticator(String origin) {
    this.origin = origin;
  }

  public SoftAuthenticator on(String other) {
    origin = other;
    return this;
  }

  public SoftAuthenticator withHandle(String other) {
    handle = other;
    return this;
  }

  /** Its next answer says that it was used once more than this. */
  public SoftAuthenticator countingFrom(long uses) {
    counter = uses;
    return this;
  }

  public SoftAuthenticator withoutVerification() {
    flags = PRESENT;
    return this;
  }

  public String id() {
    return Base64Url.encode(id);
  }

  /** Answers {@code PublicKeyCredentialCreationOptionsJSON} (WebAuthn Level 3 §5.1.8). */
  public Map<String, Object> creates(JsonNode options) {
    handle = options.path("user").path("id").asString();
    byte[] client = clientData("webauthn.create", options.path("challenge").asString());
    byte[] data = authenticatorData(options.path("rp").path("id").asString(), true);
    var attestation = new ByteArrayOutputStream();
    attestation.writeBytes(new byte[] {(byte) 0xa3, 0x63, 'f', 'm', 't', 0x64, 'n', 'o', 'n', 'e'});
    attestation.writeBytes(text("attStmt"));
    attestation.write(0xa0);
    attestation.writeBytes(text("authData"));
    attestation.writeBytes(new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length});
    attestation.writeBytes(data);
    return answer(
        Map.of(
            "clientDataJSON", Base64Url.encode(client),
            "attestationObject", Base64Url.encode(attestation.toByteArray())));
  }

  /** Answers {@code PublicKeyCredentialRequestOptionsJSON} (WebAuthn Level 3 §5.1.9). */
  public Map<String, Object> answers(JsonNode options) {
    return answers(options.path("challenge").asString(), options.path("rpId").asString());
  }

  public Map<String, Object> answers(String challenge, String site) {
    byte[] client = clientData("webauthn.get", challenge);
    byte[] data = authenticatorData(site, false);
    byte[] signed = ByteBuffer.allocate(data.length + 32).put(data).put(Sha256.of(client)).array();
    return answer(
        Map.of(
            "clientDataJSON", Base64Url.encode(client),
            "authenticatorData", Base64Url.encode(data),
            "signature", Base64Url.encode(sign(signed)),
            "userHandle", handle));
  }

  private Map<String, Object> answer(Map<String, String> response) {
    return Map.of(
        "id", id(),
        "rawId", id(),
        "type", "public-key",
        "response", response,
        "clientExtensionResults", Map.of());
  }

  private byte[] clientData(String type, String challenge) {
    var json = Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false);
    return JSON.writeValueAsBytes(json);
  }

  private byte[] authenticatorData(String site, boolean withKey) {
    counter++;
    var data = new ByteArrayOutputStream();
    data.writeBytes(Sha256.of(site.getBytes(StandardCharsets.UTF_8)));
    data.write(withKey ? flags | HAS_KEY : flags);
    data.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
    if (withKey) {
      data.writeBytes(new byte[16]);
      data.writeBytes(new byte[] {0, (byte) id.length});
      data.writeBytes(id);
      data.writeBytes(publicKey());
    }
    return data.toByteArray();
  }

  /** A COSE key: kty EC2, alg ES256, crv P-256, x, y (RFC 9053 §7.1). */
  private byte[] publicKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var key = new ByteArrayOutputStream();
    key.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    key.writeBytes(coordinate(point.getAffineX().toByteArray()));
    key.writeBytes(new byte[] {0x22, 0x58, 32});
    key.writeBytes(coordinate(point.getAffineY().toByteArray()));
    return key.toByteArray();
  }

  private static byte[] coordinate(byte[] number) {
    byte[] padded = new byte[32];
    int length = Math.min(32, number.length);
    System.arraycopy(number, number.length - length, padded, 32 - length, length);
    return padded;
  }

  private static byte[] text(String word) {
    byte[] letters = word.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + letters.length)
        .put((byte) (0x60 + letters.length))
        .put(letters)
        .array();
  }

  private byte[] sign(byte[] signed) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
