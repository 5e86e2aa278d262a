package com.astraof.oauth2.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** New inputs from known ones: changed in bytes, in text and in tokens, or two made into one. */
final class Mutations {
  private static final int LONGEST = 64 * 1024;

  /** What a parser may stumble over, whatever it parses. */
  private static final List<String> TOKENS =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "0",
          "-1",
          "1e999",
          "2147483648",
          "NaN",
          "[[[[",
          "{",
          "\u0000",
          "\r\n",
          "%00",
          "%c0%80",
          "=",
          "&",
          ".",
          "..",
          "//",
          "@",
          "::",
          "::1",
          "%1");

  private final Gen gen;
  private final List<byte[]> known;

  Mutations(Gen gen, List<byte[]> known) {
    this.gen = gen;
    this.known = known;
  }

  byte[] next() {
    byte[] input = gen.choice(known);
    for (int i = gen.between(1, 4); i > 0; i--) {
      input = changed(input);
    }
    return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
  }

  private byte[] changed(byte[] input) {
    return switch (gen.below(6)) {
      case 0 -> spliced(input, gen.choice(known));
      case 1 -> withToken(input);
      case 2 -> bytes(gen.mutated(new String(input, StandardCharsets.ISO_8859_1)));
      case 3 -> gen.withOneBitFlipped(input);
      default -> gen.mutated(input);
    };
  }

  /** The head of the one and the tail of the other. */
  private byte[] spliced(byte[] one, byte[] other) {
    int head = gen.between(0, one.length);
    int tail = gen.between(0, other.length);
    byte[] spliced = Arrays.copyOf(one, head + other.length - tail);
    System.arraycopy(other, tail, spliced, head, other.length - tail);
    return spliced;
  }

  /** A run of letters and digits, or nothing, is replaced by something odd. */
  private byte[] withToken(byte[] input) {
    int from = gen.between(0, input.length);
    int to = from;
    while (to < input.length && Character.isLetterOrDigit(input[to])) {
      to++;
    }
    String text = new String(input, StandardCharsets.ISO_8859_1);
    return bytes(text.substring(0, from) + gen.choice(TOKENS) + text.substring(to));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
