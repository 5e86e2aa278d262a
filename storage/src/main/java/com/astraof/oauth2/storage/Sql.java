package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one statement: values in by type, rows out by column name. */
final class Sql {
  private Sql() {}

  static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  static <T> Optional<T> one(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  static <T> List<T> all(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (var statement = prepare(connection, sql, values);
        var rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /**
   * For {@code in}: the names that this build knows. A newer one beside it may write others, in
   * rows that are none of ours.
   */
  static String known(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("', '", "('", "')"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
    Long millis = optionalLong(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long optionalLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** A column that the schema declares not null. */
  static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    if (value == null) {
      throw new SQLException("The column " + column + " is null");
    }
    return value;
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, column(connection, values[i]));
    }
    return statement;
  }

  private static @Nullable Object column(Connection connection, @Nullable Object value)
      throws SQLException {
    return switch (value) {
      case Long[] numbers -> connection.createArrayOf("bigint", numbers);
      case byte[][] texts -> connection.createArrayOf("bytea", texts);
      case null, default -> column(value);
    };
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case UserId id -> id.value();
      case ApplicationId id -> id.value();
      case GuildId id -> id.value();
      case RoleId id -> id.value();
      case ChannelId id -> id.value();
      case MessageId id -> id.value();
      case GrantId id -> id.bytes();
      case SecretHash hash -> hash.bytes();
      case Instant instant -> instant.toEpochMilli();
      // PostgreSQL holds every character but this one.
      case String text -> text.replace('\0', '\uFFFD');
      case null, default -> value;
    };
  }

  /** Reads the current row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
