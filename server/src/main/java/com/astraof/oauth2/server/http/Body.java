package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request. It is read when somebody asks for it, so that whoever is turned away at
 * the door has cost no memory, and never further than its route allows.
 */
public final class Body {
  /** Bytes; what routes allow that say nothing else. */
  public static final int USUAL = 64 * 1024;

  /** Bytes; for pictures of 10 MiB in base64, with something around them. */
  public static final int WITH_PICTURE = 15 * 1024 * 1024;

  /** Bytes; where pictures are taken, more. What is longer costs its sender the connection. */
  private static final int MOST_SKIPPED = 1024 * 1024;

  private final InputStream stream;
  private final long announced;
  private int largest = USUAL;
  private boolean isOver;
  private boolean isBroken;
  private byte @Nullable [] bytes;

  /**
   * @param announced bytes; negative when that is not known
   */
  Body(InputStream stream, long announced) {
    this.stream = stream;
    this.announced = announced;
    this.isOver = announced == 0;
  }

  void limitTo(int bytes) {
    largest = bytes;
  }

  /** Whether it takes more memory than usual, as far as that is known. */
  boolean isLarge() {
    return announced > USUAL || (announced < 0 && largest > USUAL);
  }

  boolean isEmpty() {
    return announced == 0 || bytes().length == 0;
  }

  /**
   * @throws TooLarge when there is more than the route allows
   * @throws MalformedRequest when it breaks off
   */
  byte[] bytes() {
    if (bytes == null) {
      bytes = read();
    }
    return bytes;
  }

  private byte[] read() {
    if (announced > largest) {
      throw new TooLarge(largest);
    }
    byte[] read;
    try {
      read = stream.readNBytes(largest + 1);
    } catch (IOException | UncheckedIOException e) {
      isBroken = true;
      throw new MalformedRequest("The body breaks off.");
    }
    if (read.length > largest) {
      throw new TooLarge(largest);
    }
    isOver = true;
    return read;
  }

  /** Whether the next request may follow on it, once {@link #skipRest} went well. */
  boolean isBounded() {
    return isOver || (!isBroken && announced >= 0 && announced <= USUAL);
  }

  /**
   * Reads what nobody asked for: of a small body all, of a large one as much as its sender may need
   * to have sent to see the answer.
   *
   * @return whether that was all of it
   */
  boolean skipRest() {
    if (isOver || isBroken) {
      return isOver;
    }
    try {
      // A sender that is cut off in the middle of a body may never see the answer.
      long most = Math.max(MOST_SKIPPED, 2L * largest);
      return stream.skip(most) < most;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /**
   * @throws MalformedRequest when it is something else
   */
  String utf8() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRequest("The body is not valid UTF-8.");
    }
  }

  /** There is more than the route allows. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int largest;

    TooLarge(int largest) {
      this.largest = largest;
    }

    int largest() {
      return largest;
    }
  }
}
