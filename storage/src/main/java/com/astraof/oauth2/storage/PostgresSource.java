package com.astraof.oauth2.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Connections to a PostgreSQL server. */
final class PostgresSource implements CommitSource {
  /**
   * What hangs ends before anybody else waits for it in vain. A lock is waited for longer than the
   * second after which PostgreSQL looks for deadlocks: that ends one of those in it, not all.
   */
  private static final String TIMEOUTS =
      "-c statement_timeout=5s -c lock_timeout=3s -c idle_in_transaction_session_timeout=10s";

  /** So long a migration waits; whoever needs what it will hold waits behind it meanwhile. */
  static final int SECONDS_FOR_A_LOCK = 3;

  /** Longer than a statement may take: the network is gone, not the server slow. */
  private static final String SECONDS_TO_ANSWER = "10";

  private static final String SECONDS_TO_CONNECT = "5";
  private static final int MILLIS_TO_GET_ONE = 5_000;
  private static final String TRANSACTION =
      "select cast(pg_current_xact_id_if_assigned() as text) as id";
  private static final String STATUS = "select pg_xact_status(cast(? as xid8)) as status";

  private final DatabaseAddress.Postgres server;
  private final String url;

  PostgresSource(DatabaseAddress.Postgres server) {
    this.server = server;
    this.url =
        "jdbc:postgresql://"
            + String.join(",", server.hosts().stream().map(Object::toString).toList())
            + "/"
            + URLEncoder.encode(server.database(), StandardCharsets.UTF_8);
  }

  /** For the server's own work: whatever takes too long is ended. */
  HikariDataSource pool(int most) {
    return pool("postgres-readers", most, bounded());
  }

  /** For migrations, which may take their time once they have their locks. */
  HikariDataSource unboundedPool() {
    return pool("postgres-migrations", 2, unbounded());
  }

  /** For moving all that is there. */
  Connection openUnbounded() throws SQLException {
    Properties properties = unbounded();
    // A batch is sent as few statements of many rows: three times as fast.
    properties.setProperty("reWriteBatchedInserts", "true");
    return DriverManager.getConnection(url, properties);
  }

  private HikariDataSource pool(String name, int most, Properties properties) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setPoolName(name);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(MILLIS_TO_GET_ONE);
    // Whoever needs one says what is wrong.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private Properties properties() {
    var properties = new Properties();
    properties.setProperty("user", server.user());
    properties.setProperty("password", server.password().expose());
    properties.setProperty("ApplicationName", "astral");
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  private Properties unbounded() {
    Properties properties = properties();
    properties.setProperty("options", "-c lock_timeout=" + SECONDS_FOR_A_LOCK + "s");
    properties.putAll(server.parameters());
    return properties;
  }

  private Properties bounded() {
    Properties properties = properties();
    properties.setProperty("options", TIMEOUTS);
    properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
    properties.putAll(server.parameters());
    return properties;
  }

  @Override
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, bounded());
  }

  @Override
  public boolean isFarAway() {
    return true;
  }

  @Override
  public Optional<String> transaction(Connection connection) throws SQLException {
    return Sql.one(connection, TRANSACTION, row -> Optional.ofNullable(row.getString("id")))
        .flatMap(id -> id);
  }

  @Override
  public boolean isCommitted(Connection connection, String transaction) throws SQLException {
    return Sql.one(
            connection, STATUS, row -> "committed".equals(row.getString("status")), transaction)
        .orElse(false);
  }
}
