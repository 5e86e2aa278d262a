import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Makes the list of passwords that may not be chosen: {@code java build/KnownPasswords.java LIST
 * OUT}. LIST has one password a line; OUT has the first five bytes of the SHA-256 of each that is
 * long enough to be one, in small letters, sorted.
 */
final class KnownPasswords {
  private static final int SHORTEST = 8;
  private static final int BYTES = 5;

  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    var sha256 = MessageDigest.getInstance("SHA-256");
    var hashes = new TreeSet<byte[]>(Arrays::compareUnsigned);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (line.length() >= SHORTEST) {
        byte[] password = line.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        hashes.add(Arrays.copyOf(sha256.digest(password), BYTES));
      }
    }
    byte[] all = new byte[hashes.size() * BYTES];
    int at = 0;
    for (byte[] hash : hashes) {
      System.arraycopy(hash, 0, all, at, BYTES);
      at += BYTES;
    }
    Files.write(Path.of(args[1]), all);
    System.out.println(hashes.size() + " passwords, " + all.length + " bytes");
  }
}
