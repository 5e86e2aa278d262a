package com.astraof.oauth2.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a column holds, whatever the engines call it. */
enum Kind {
  WHOLE,
  TRUTH,
  TEXT,
  BYTES;

  /** So much room takes a value that is no text and no bytes. */
  private static final int SMALL = 8;

  /**
   * @param type as one of the engines calls it
   */
  static Kind of(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "int", "integer", "bigint" -> WHOLE;
      case "boolean" -> TRUTH;
      case "text" -> TEXT;
      case "blob", "bytea" -> BYTES;
      default -> throw new IllegalStateException("Columns of type " + type + " cannot be moved");
    };
  }

  @Nullable Object read(ResultSet row, int column) throws SQLException {
    Object value =
        switch (this) {
          case WHOLE -> row.getLong(column);
          case TRUTH -> row.getBoolean(column);
          case TEXT -> row.getString(column);
          case BYTES -> row.getBytes(column);
        };
    return row.wasNull() ? null : value;
  }

  /** The same value feeds the same bytes, whichever engine it comes from, and no other does. */
  static void feed(MessageDigest digest, @Nullable Object value) {
    switch (value) {
      case null -> digest.update((byte) 0);
      case Long number -> {
        digest.update((byte) 1);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
      }
      case Boolean truth -> digest.update((byte) (truth ? 3 : 2));
      case String text -> feed(digest, (byte) 4, text.getBytes(StandardCharsets.UTF_8));
      case byte[] bytes -> feed(digest, (byte) 5, bytes);
      default -> throw new IllegalStateException("No column holds a " + value.getClass());
    }
  }

  private static void feed(MessageDigest digest, byte tag, byte[] bytes) {
    digest.update(tag);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  /** About how many bytes it takes. */
  static int weight(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case byte[] bytes -> bytes.length;
      case null, default -> SMALL;
    };
  }

  /** A value of a key, as text without commas. */
  String write(Object value) {
    return switch (this) {
      case WHOLE, TRUTH -> value.toString();
      case TEXT -> HexFormat.of().formatHex(value.toString().getBytes(StandardCharsets.UTF_8));
      case BYTES -> HexFormat.of().formatHex((byte[]) value);
    };
  }

  /** Reads what {@link #write} wrote. */
  Object parse(String text) {
    return switch (this) {
      case WHOLE -> Long.valueOf(text);
      case TRUTH -> Boolean.valueOf(text);
      case TEXT -> new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8);
      case BYTES -> HexFormat.of().parseHex(text);
    };
  }
}
