package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.secret.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Seals what a mail's link says. Nothing of it is stored, and whoever sees a link learns neither
 * account nor address from it.
 */
public final class MailLinks {
  static final Duration VERIFY_VALID = Duration.ofHours(24);
  static final Duration RESET_VALID = Duration.ofHours(1);
  static final Duration CHANGE_VALID = Duration.ofHours(24);
  static final Duration WAY_BACK_VALID = Duration.ofDays(7);

  private static final byte[] NOTHING = new byte[0];
  private static final int MARK_BYTES = 32;
  private static final byte VERIFY = 'v';
  private static final byte RESET = 'r';
  private static final byte CHANGE = 'c';
  private static final byte WAY_BACK = 'w';

  private final Sealer sealer;

  public MailLinks(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "mail-link", entropy);
  }

  /** The text that the link carries. Its life begins when it is sent. */
  public String seal(UserId user, Claim claim, Instant now) {
    Instant expiresAt =
        switch (claim) {
          case Claim.Verify _ -> now.plus(VERIFY_VALID);
          case Claim.Reset _ -> now.plus(RESET_VALID);
          case Claim.Change _ -> now.plus(CHANGE_VALID);
          case Claim.WayBack(var changedAt) -> changedAt.plus(WAY_BACK_VALID);
        };
    byte[] body = body(claim);
    byte[] plain =
        ByteBuffer.allocate(1 + 2 * Long.BYTES + body.length)
            .put(kind(claim))
            .putLong(user.value())
            .putLong(expiresAt.toEpochMilli())
            .put(body)
            .array();
    return Base64Url.encode(sealer.seal(NOTHING, NOTHING, plain));
  }

  /** What was sealed; empty for anything else and when it has expired. */
  public Optional<MailLink> open(String text, Instant now) {
    return Base64Url.decode(text)
        .flatMap(
            envelope ->
                sealer
                    .open(envelope, 0, NOTHING)
                    .map(opened -> read(ByteBuffer.wrap(opened.plain()), envelope)))
        .filter(link -> now.isBefore(link.expiresAt()));
  }

  private static MailLink read(ByteBuffer plain, byte[] envelope) {
    byte kind = plain.get();
    var user = new UserId(plain.getLong());
    Instant expiresAt = Instant.ofEpochMilli(plain.getLong());
    Claim claim =
        switch (kind) {
          case VERIFY -> new Claim.Verify(mark(plain));
          case RESET -> new Claim.Reset(mark(plain));
          case CHANGE -> new Claim.Change(mark(plain), rest(plain));
          case WAY_BACK -> new Claim.WayBack(Instant.ofEpochMilli(plain.getLong()));
          default -> throw new IllegalStateException("We sealed a link of no kind");
        };
    return new MailLink(user, new SecretHash(Sha256.of(envelope)), expiresAt, claim);
  }

  private static byte kind(Claim claim) {
    return switch (claim) {
      case Claim.Verify _ -> VERIFY;
      case Claim.Reset _ -> RESET;
      case Claim.Change _ -> CHANGE;
      case Claim.WayBack _ -> WAY_BACK;
    };
  }

  private static byte[] body(Claim claim) {
    return switch (claim) {
      case Claim.Verify(var mark) -> mark.bytes();
      case Claim.Reset(var mark) -> mark.bytes();
      case Claim.Change(var mark, var address) -> {
        byte[] text = address.getBytes(StandardCharsets.US_ASCII);
        yield ByteBuffer.allocate(MARK_BYTES + text.length).put(mark.bytes()).put(text).array();
      }
      case Claim.WayBack(var changedAt) ->
          ByteBuffer.allocate(Long.BYTES).putLong(changedAt.toEpochMilli()).array();
    };
  }

  private static SecretHash mark(ByteBuffer plain) {
    byte[] mark = new byte[MARK_BYTES];
    plain.get(mark);
    return new SecretHash(mark);
  }

  private static String rest(ByteBuffer plain) {
    return StandardCharsets.US_ASCII.decode(plain).toString();
  }
}
