package com.astraof.oauth2.core.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes the inputs of one case of a {@link Property}, all from one seed. */
public final class Gen {
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "\0",
          "\n",
          "\r\nSet-Cookie: a=b",
          "\t",
          "\f",
          "\u007f",
          "'",
          "\"",
          "`",
          "<",
          ">",
          "&",
          "&amp;",
          "&code=evil",
          "=",
          "?",
          "#",
          "#fragment",
          "%",
          "%%",
          "%2",
          "%00",
          "%2f",
          "%zz",
          "+",
          "\\",
          "/",
          "//",
          "/../",
          ";",
          ":",
          "@",
          "$",
          "{",
          "}",
          "|",
          "^",
          "~",
          "\u0085",
          "\u00a0",
          "\u00ad",
          "\u200b",
          "\u200f",
          "\u202e",
          "\u2028",
          "\u2066",
          "\ufeff",
          "\ufffe",
          "\uff0f",
          "\u0130",
          "\u0131",
          "\u00df",
          "\u0430",
          "e\u0301",
          "\ud83d\ude00",
          "\ud83c\udff3\ufe0f",
          "\udb40\udc01",
          "\udbff\udfff",
          "' or 1=1 --",
          "${jndi:ldap://x}",
          "<script>",
          "../../etc");

  private final Random random;

  Gen(long seed) {
    this.random = new Random(seed);
  }

  /** In {@code [0, bound)}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Any number of 64 bits, the borders more often than chance would. */
  public long number() {
    return switch (below(8)) {
      case 0 -> choice(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
      case 1 -> random.nextLong() >>> between(1, 63);
      default -> random.nextLong();
    };
  }

  /** Not negative. */
  public long natural() {
    return number() & Long.MAX_VALUE;
  }

  public boolean coin() {
    return random.nextBoolean();
  }

  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  public byte[] bytesUpTo(int most) {
    return bytes(between(0, most));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public final <T> T choice(T... options) {
    return options[below(options.length)];
  }

  public <T> T choice(List<T> options) {
    return options.get(below(options.size()));
  }

  /** So many characters of the alphabet. */
  public String of(String alphabet, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(below(alphabet.length())));
    }
    return text.toString();
  }

  /** Printable ASCII. */
  public String ascii(int longest) {
    int[] codes = random.ints(between(0, longest), ' ', '~' + 1).toArray();
    return new String(codes, 0, codes.length);
  }

  /** Well-formed Unicode of every plane, control characters included, in UTF-16 units. */
  public String unicode(int longest) {
    int length = between(0, longest);
    var text = new StringBuilder();
    while (text.length() < length) {
      int most = choice(0x80, 0x800, 0x10000, Character.MAX_CODE_POINT + 1);
      int code = below(most);
      boolean isSurrogate = code <= 0xffff && Character.isSurrogate((char) code);
      if (!isSurrogate && text.length() + Character.charCount(code) <= length) {
        text.appendCodePoint(code);
      }
    }
    return text.toString();
  }

  /**
   * Well-formed text that means harm: quotes, percent signs, controls, right-to-left, very long.
   */
  public String hostile() {
    return switch (below(6)) {
      case 0 -> choice(NASTY);
      case 1 -> unicode(60);
      case 2 -> choice("a", "%", "\ud83d\ude00", "é").repeat(between(100, 5_000));
      default -> {
        var text = new StringBuilder();
        for (int i = between(1, 6); i > 0; i--) {
          text.append(choice(NASTY)).append(ascii(3));
        }
        yield text.toString();
      }
    };
  }

  /** Any chars at all: half surrogate pairs too, which no encoding can carry. */
  public String garbage() {
    if (coin()) {
      return hostile();
    }
    int[] chars = random.ints(between(0, 40), 0, 0x10000).toArray();
    var text = new StringBuilder();
    for (int c : chars) {
      text.append((char) c);
    }
    return text.toString();
  }

  /** The text with something changed; never the same. */
  public String mutated(String text) {
    while (true) {
      String mutant = mutant(text);
      if (!mutant.equals(text)) {
        return mutant;
      }
    }
  }

  private String mutant(String text) {
    int from = between(0, text.length());
    int to = between(from, text.length());
    String head = text.substring(0, from);
    String middle = text.substring(from, to);
    String tail = text.substring(to);
    return switch (below(8)) {
      case 0 ->
          from == text.length()
              ? text
              : head + flipped(text.charAt(from)) + text.substring(from + 1);
      case 1 -> head;
      case 2 -> tail;
      case 3 -> text + (coin() ? ascii(4) : hostile());
      case 4 -> head + tail + middle;
      case 5 -> head + middle + middle + tail;
      case 6 ->
          head
              + (coin() ? middle.toUpperCase(Locale.ROOT) : middle.toLowerCase(Locale.ROOT))
              + tail;
      default -> head + (coin() ? choice(NASTY) : ascii(2)) + text.substring(from);
    };
  }

  private char flipped(char c) {
    return (char) (c ^ 1 << below(7));
  }

  /** The bytes with something changed; never the same. */
  public byte[] mutated(byte[] bytes) {
    while (true) {
      byte[] mutant = mutant(bytes);
      if (!Arrays.equals(mutant, bytes)) {
        return mutant;
      }
    }
  }

  private byte[] mutant(byte[] bytes) {
    int from = between(0, bytes.length);
    int to = between(from, bytes.length);
    byte[] head = Arrays.copyOf(bytes, from);
    byte[] middle = Arrays.copyOfRange(bytes, from, to);
    byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (below(6)) {
      case 0 -> withOneBitFlipped(bytes);
      case 1 -> head;
      case 2 -> tail;
      case 3 -> joined(bytes, bytes(between(1, 20)));
      case 4 -> joined(head, tail, middle);
      default -> joined(head, middle, middle, tail);
    };
  }

  public byte[] withOneBitFlipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[below(flipped.length)] ^= (byte) (1 << below(8));
    }
    return flipped;
  }

  private static byte[] joined(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
