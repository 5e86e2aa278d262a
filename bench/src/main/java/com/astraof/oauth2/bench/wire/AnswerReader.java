package com.astraof.oauth2.bench.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts one answer at a time together from what arrives in pieces (RFC 9112 §6). */
final class AnswerReader {
  private static final int USUAL_SIZE = 8 * 1024;

  private byte[] held = new byte[USUAL_SIZE];
  private int length;

  void add(ByteBuffer arrived) {
    int more = arrived.remaining();
    if (length + more > held.length) {
      held = Arrays.copyOf(held, Math.max(length + more, 2 * held.length));
    }
    arrived.get(held, length, more);
    length += more;
  }

  /** Null until all of it is there. */
  @Nullable Answer take() {
    int headLength = find("\r\n\r\n", 0);
    if (headLength < 0) {
      return null;
    }
    String head = new String(held, 0, headLength, ISO_8859_1);
    int status = Heads.status(head);
    String body = body(head, status, headLength + "\r\n\r\n".length());
    if (body == null) {
      return null;
    }
    length = 0;
    return new Answer(status, head, body);
  }

  private @Nullable String body(String head, int status, int from) {
    if (status == 204 || status == 304) {
      return "";
    }
    if (Heads.has(head, "Transfer-Encoding", "chunked")) {
      return chunks(from);
    }
    int size = Heads.value(head, "Content-Length").map(Integer::parseInt).orElse(0);
    return length < from + size ? null : new String(held, from, size, UTF_8);
  }

  private @Nullable String chunks(int from) {
    var body = new StringBuilder();
    int at = from;
    while (true) {
      int lineEnd = find("\r\n", at);
      if (lineEnd < 0) {
        return null;
      }
      int size = Integer.parseInt(new String(held, at, lineEnd - at, ISO_8859_1).strip(), 16);
      at = lineEnd + "\r\n".length();
      if (length < at + size + "\r\n".length()) {
        return null;
      }
      if (size == 0) {
        return body.toString();
      }
      body.append(new String(held, at, size, UTF_8));
      at += size + "\r\n".length();
    }
  }

  private int find(String mark, int from) {
    for (int i = from; i + mark.length() <= length; i++) {
      if (isAt(i, mark)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isAt(int position, String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (held[position + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
