package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.testing.TestClock;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, on a phone whose clock is the server's. */
public record AuthenticatorApp(String secret, TestClock clock) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** The secret of 160 bits that the examples of RFC 4226 have. */
  public static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** Sets an app up over the API; the recovery codes come with it. */
  public static Enabled enabledBy(TestUser user, TestClock clock) {
    var app = new AuthenticatorApp(SECRET, clock);
    var body = Map.of("secret", SECRET, "code", app.code());
    var answer = user.post("/api/v1/users/@me/mfa/totp/enable", body).hasStatus(200);
    var codes =
        answer.json().path("backup_codes").valueStream().map(c -> c.path("code").asString());
    return new Enabled(app, codes.toList());
  }

  /** What it shows now. */
  public String code() {
    return code(0);
  }

  /** What it shows so many steps from now. */
  public String code(int steps) {
    return code(clock.instant().plus(Duration.ofSeconds(30L * steps)));
  }

  /** What comes next, when no code shown so far was used twice. */
  public String nextCode() {
    clock.advance(Duration.ofSeconds(30));
    return code();
  }

  private String code(Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key(), "RAW"));
      long step = at.getEpochSecond() / 30;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key() {
    BigInteger number = BigInteger.ONE;
    for (int i = 0; i < secret.length(); i++) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(secret.charAt(i))));
    }
    byte[] marked = number.toByteArray();
    return Arrays.copyOfRange(marked, 1, marked.length);
  }

  /**
   * @param codes for recovery
   */
  public record Enabled(AuthenticatorApp app, List<String> codes) {}
}
