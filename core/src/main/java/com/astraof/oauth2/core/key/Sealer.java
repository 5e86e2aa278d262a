package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.secret.Entropy;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes so that only this installation can read them, and only for one purpose and context.
 *
 * <p>An envelope is {@code version, key id, label, salt, ciphertext}. The label is readable and
 * authenticated. Each envelope has an AES-256-GCM key of its own, derived from the purpose's key, a
 * random 128-bit salt, the label and the context; that is why a fixed nonce is safe: no key is ever
 * used twice.
 */
public final class Sealer {
  private static final byte VERSION = 1;
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 16;
  private static final byte[] NONCE = new byte[12];

  private final PurposeKeys keys;
  private final Entropy entropy;

  public Sealer(MasterKeys masters, String purpose, Entropy entropy) {
    this.keys = masters.derive(purpose);
    this.entropy = entropy;
  }

  /**
   * @param label carried in clear; its length must be known to the opener
   * @param context not carried: whoever opens must know it
   */
  public byte[] seal(byte[] label, byte[] context, byte[] plain) {
    byte[] salt = entropy.bytes(SALT_BYTES);
    byte[] header =
        ByteBuffer.allocate(2 + label.length + SALT_BYTES)
            .put(VERSION)
            .put(keys.currentId())
            .put(label)
            .put(salt)
            .array();
    try {
      var own = keyOf(keys.current(), label, context, salt);
      byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, own, header).doFinal(plain);
      return ByteBuffer.allocate(header.length + ciphertext.length)
          .put(header)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * Empty for whatever this installation did not seal for this purpose and context. Never throws on
   * foreign bytes.
   */
  public Optional<Opened> open(byte[] envelope, int labelLength, byte[] context) {
    int headerLength = 2 + labelLength + SALT_BYTES;
    if (envelope.length < headerLength + TAG_BYTES || envelope[0] != VERSION) {
      return Optional.empty();
    }
    return keys.named(envelope[1]).flatMap(key -> open(envelope, labelLength, context, key));
  }

  /** By what an envelope names the master key that is current. */
  public int keyId() {
    return keys.currentId();
  }

  /** Whether it was sealed under the current master key, as far as its header tells. */
  boolean isCurrent(byte[] envelope) {
    return envelope.length > 1 && envelope[1] == keys.currentId();
  }

  private static Optional<Opened> open(
      byte[] envelope, int labelLength, byte[] context, SecretKey key) {
    int headerLength = 2 + labelLength + SALT_BYTES;
    byte[] header = Arrays.copyOf(envelope, headerLength);
    byte[] label = Arrays.copyOfRange(header, 2, 2 + labelLength);
    byte[] salt = Arrays.copyOfRange(header, 2 + labelLength, headerLength);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, keyOf(key, label, context, salt), header)
              .doFinal(envelope, headerLength, envelope.length - headerLength);
      return Optional.of(new Opened(label, plain));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Opening an envelope failed", e);
    }
  }

  private static SecretKey keyOf(SecretKey key, byte[] label, byte[] context, byte[] salt) {
    byte[] info =
        ByteBuffer.allocate(label.length + context.length).put(label).put(context).array();
    return new SecretKeySpec(Hkdf.derive(key.getEncoded(), salt, info, 32), "AES");
  }

  private static Cipher cipher(int mode, SecretKey own, byte[] header)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, own, new GCMParameterSpec(8 * TAG_BYTES, NONCE));
    cipher.updateAAD(header);
    return cipher;
  }

  /** What an envelope held. */
  public static final class Opened {
    private final byte[] label;
    private final byte[] plain;

    Opened(byte[] label, byte[] plain) {
      this.label = label;
      this.plain = plain;
    }

    public byte[] label() {
      return label.clone();
    }

    public byte[] plain() {
      return plain.clone();
    }
  }
}
