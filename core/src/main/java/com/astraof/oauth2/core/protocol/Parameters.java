package com.astraof.oauth2.core.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a query or an {@code application/x-www-form-urlencoded} body. An empty value
 * counts as absent, and no parameter may come twice (RFC 6749 §3.1 and §3.2); both are decided here
 * and nowhere else.
 */
public final class Parameters {
  private static final int MOST = 100;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * @throws MalformedRequest on bad percent-encoding, invalid UTF-8 or more than 100 parameters
   */
  public static Parameters parse(String encoded) {
    var values = new LinkedHashMap<String, List<String>>();
    int count = 0;
    for (String pair : encoded.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      if (++count > MOST) {
        throw new MalformedRequest("There are more than " + MOST + " parameters.");
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return new Parameters(values);
  }

  /** For requests that did not come as a form, such as JSON. */
  public static Parameters of(Map<String, String> single) {
    var values = new LinkedHashMap<String, List<String>>();
    single.forEach((name, value) -> values.put(name, List.of(value)));
    return new Parameters(values);
  }

  /** The same with this value, and no other, under the name. */
  public Parameters with(String name, String value) {
    var changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(value));
    return new Parameters(changed);
  }

  /**
   * @return empty when the parameter is absent or has no value
   * @throws MalformedRequest when it comes more than once
   */
  public Optional<String> optional(String name) {
    List<String> found = values.getOrDefault(name, List.of());
    if (found.size() > 1) {
      throw repeated(name);
    }
    return found.isEmpty() || found.getFirst().isEmpty()
        ? Optional.empty()
        : Optional.of(found.getFirst());
  }

  /** Every value of what one may choose several of, in their order; for our own forms alone. */
  public List<String> every(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /**
   * @throws MalformedRequest when it is absent, empty or repeated
   */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> new MalformedRequest("The parameter '" + name + "' is missing."));
  }

  /**
   * @throws MalformedRequest when any parameter, a known one or not, comes more than once
   */
  public Parameters withoutRepetition() {
    values.forEach(
        (name, found) -> {
          if (found.size() > 1) {
            throw repeated(name);
          }
        });
    return this;
  }

  /**
   * Undoes the encoding of one name or value, strictly: {@code application/x-www-form-urlencoded}
   * in UTF-8.
   */
  public static String decode(String encoded) {
    if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0 && isAscii(encoded)) {
      return encoded;
    }
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length() * 3);
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '+') {
        bytes.put((byte) ' ');
      } else if (c == '%') {
        bytes.put(hexPair(encoded, i + 1));
        i += 2;
      } else if (c < 0x80) {
        bytes.put((byte) c);
      } else {
        throw new MalformedRequest("A parameter has a character that is not percent-encoded.");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRequest("A parameter is not valid UTF-8.");
    }
  }

  private static byte hexPair(String encoded, int at) {
    if (at + 2 > encoded.length()) {
      throw badEncoding();
    }
    int high = hexDigit(encoded.charAt(at));
    int low = hexDigit(encoded.charAt(at + 1));
    return (byte) (high << 4 | low);
  }

  private static int hexDigit(char c) {
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw badEncoding();
    }
    return digit;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static MalformedRequest badEncoding() {
    return new MalformedRequest("A parameter has a '%' that two hexadecimal digits do not follow.");
  }

  private static MalformedRequest repeated(String name) {
    String shown = name.length() <= 40 && name.matches("[A-Za-z0-9_.\\-]+") ? name : "?";
    return new MalformedRequest("The parameter '" + shown + "' comes more than once.");
  }
}
