package com.astraof.oauth2.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps what it has prepared: the embedded engine takes longer to prepare one of
 * our statements than to run it. Like any other it is used by one thread at a time.
 */
final class KeepingConnection extends JDBC4Connection {
  /** More than we have; a text that is put together anew each time must not fill the memory. */
  private static final int MOST = 256;

  private final Map<String, Kept> free = new HashMap<>();

  KeepingConnection(String url, String file, Properties pragmas) throws SQLException {
    super(url, file, pragmas);
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    Kept kept = free.remove(sql);
    return kept == null ? new Kept(this, sql) : kept;
  }

  /** Closing it gives it back. The connection ends it with itself. */
  private static final class Kept extends JDBC4PreparedStatement {
    private final KeepingConnection owner;

    Kept(KeepingConnection owner, String sql) throws SQLException {
      super(owner, sql);
      this.owner = owner;
    }

    @Override
    public void close() throws SQLException {
      // After some errors the driver has ended it.
      if (pointer.isClosed() || owner.free.size() >= MOST) {
        super.close();
        return;
      }
      rs.close();
      pointer.safeRunInt(DB::reset);
      clearParameters();
      owner.free.putIfAbsent(sql, this);
    }
  }
}
