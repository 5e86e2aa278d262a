package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.secret.Sha256;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, to be compared across engines: they sort text differently, so the order of
 * rows does not count.
 *
 * @param checksum the sum of the SHA-256 of all rows, modulo 2^256, in hexadecimal
 */
public record TableSum(String table, long rows, String checksum) {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
  private static final int FETCHED_AT_ONCE = 100;

  /** Reads all of it, in a transaction. */
  static TableSum of(Connection connection, Table table) throws SQLException {
    MessageDigest digest = Sha256.begun();
    BigInteger sum = BigInteger.ZERO;
    long rows = 0;
    try (var statement = connection.prepareStatement(table.all())) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          for (@Nullable Object value : table.read(row)) {
            Kind.feed(digest, value);
          }
          sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
          rows++;
        }
      }
    }
    return new TableSum(table.name(), rows, "%064x".formatted(sum));
  }
}
