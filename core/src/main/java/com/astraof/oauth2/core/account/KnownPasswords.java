package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The passwords that attackers try first: 474,743 of at least eight characters that leaked from
 * other sites, without regard to case. Nothing is asked of anyone outside.
 *
 * <p>Five bytes of each SHA-256 are kept, sorted, 2.4 MB in all; so about one good password in two
 * million is refused by mistake.
 */
final class KnownPasswords {
  private static final int BYTES = 5;

  private KnownPasswords() {}

  static boolean contain(Secret password) {
    var small = new Secret(password.expose().toLowerCase(Locale.ROOT));
    return contain(Arrays.copyOf(SecretHash.of(small).bytes(), BYTES));
  }

  private static boolean contain(byte[] wanted) {
    byte[] all = Held.HASHES;
    int low = 0;
    int high = all.length / BYTES - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int from = middle * BYTES;
      int order = Arrays.compareUnsigned(all, from, from + BYTES, wanted, 0, BYTES);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  /** Read when the first password is chosen, so that starting is not slowed. */
  private static final class Held {
    static final byte[] HASHES = read();

    private static byte[] read() {
      try (InputStream in = KnownPasswords.class.getResourceAsStream("known-passwords.bin")) {
        if (in == null) {
          throw new IllegalStateException("known-passwords.bin is missing");
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
