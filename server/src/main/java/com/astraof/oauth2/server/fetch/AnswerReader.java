package com.astraof.oauth2.server.fetch;

import com.astraof.oauth2.core.fetch.Documents.Fetched.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer in HTTP/1.1, strictly and within limits: a 200 with JSON, or nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112 §6.3</a>
 */
final class AnswerReader {
  private static final int LARGEST_HEAD = 16_384;
  private static final int LONGEST_CHUNK_LINE = 256;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(;.*)?");
  private static final Pattern JSON =
      Pattern.compile("application/([a-z0-9.-]+\\+)?json[ \\t]*(;.*)?");

  private static final Pattern MAX_AGE = Pattern.compile("(^|[ ,])max-age=\"?([0-9]{1,9})");

  private final InputStream in;
  private final int largest;

  /**
   * @param largest how many bytes a document may have
   */
  AnswerReader(InputStream in, int largest) {
    this.in = in;
    this.largest = largest;
  }

  /** The document, which ends where the answer says, or with the connection. */
  Document read() throws IOException {
    int left = LARGEST_HEAD;
    String first = line(left);
    left -= first.length();
    var headers = new HashMap<String, String>();
    for (String line = line(left); !line.isEmpty(); line = line(left)) {
      left -= line.length() + 2;
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (name.isEmpty() || !name.equals(name.strip())) {
        throw improper();
      }
      headers.merge(name, line.substring(colon + 1).strip(), (one, more) -> one + "," + more);
    }
    check(first, headers);
    byte[] body = body(headers);
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return new Document(text, freshness(headers.getOrDefault("cache-control", "")));
  }

  /** RFC 9111 §5.2.2, as far as it says how long the document is good for. */
  private static @Nullable Duration freshness(String cacheControl) {
    String directives = cacheControl.toLowerCase(Locale.ROOT);
    if (directives.contains("no-store") || directives.contains("no-cache")) {
      return Duration.ZERO;
    }
    var age = MAX_AGE.matcher(directives);
    return age.find() ? Duration.ofSeconds(Long.parseLong(age.group(2))) : null;
  }

  private static void check(String first, Map<String, String> headers) throws Unfetched {
    var status = STATUS.matcher(first);
    if (!status.matches()) {
      throw improper();
    }
    if (status.group(1).startsWith("3")) {
      throw new Unfetched("it redirects, which is not followed");
    }
    if (!status.group(1).equals("200")) {
      throw new Unfetched("it answers with status " + status.group(1));
    }
    String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    boolean isPacked = !headers.getOrDefault("content-encoding", "identity").equals("identity");
    if (!JSON.matcher(type).matches() || isPacked) {
      throw new Unfetched("its Content-Type is not JSON, or it is compressed");
    }
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String coding = headers.get("transfer-encoding");
    String length = headers.get("content-length");
    if (coding != null) {
      if (length != null || !coding.equalsIgnoreCase("chunked")) {
        throw improper();
      }
      return chunks();
    }
    if (length == null) {
      return toTheEnd();
    }
    if (!LENGTH.matcher(length).matches()) {
      throw improper();
    }
    return exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    while (true) {
      var size = CHUNK.matcher(line(LONGEST_CHUNK_LINE));
      if (!size.matches()) {
        throw improper();
      }
      int bytes = Integer.parseInt(size.group(1), 16);
      if (bytes == 0) {
        return all.toByteArray();
      }
      if (all.size() + bytes > largest) {
        throw tooLarge();
      }
      all.writeBytes(exactly(bytes));
      if (!line(0).isEmpty()) {
        throw improper();
      }
    }
  }

  private byte[] exactly(int bytes) throws IOException {
    if (bytes > largest) {
      throw tooLarge();
    }
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw improper();
    }
    return read;
  }

  private byte[] toTheEnd() throws IOException {
    byte[] read = in.readNBytes(largest + 1);
    if (read.length > largest) {
      throw tooLarge();
    }
    return read;
  }

  /** Without its end; as ISO 8859-1, in which every byte is a character. */
  private String line(int longest) throws IOException {
    var line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      // One more, for the carriage return at its end.
      if (b < 0 || line.length() > longest) {
        throw improper();
      }
      line.append((char) b);
    }
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }

  private static Unfetched improper() {
    return new Unfetched("its answer is not proper HTTP, ends too early, or has too large a head");
  }

  private Unfetched tooLarge() {
    return new Unfetched("it has more than " + largest + " bytes");
  }
}
