package com.astraof.oauth2.server.health;

import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.key.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this server needs for its work, looked at when somebody asks. */
public final class Health {
  private static final byte[] SAMPLE = "Can this be signed?".getBytes(StandardCharsets.UTF_8);

  private final DatabaseProbe database;
  private final SigningKeys keys;
  private final Endings endings;
  private volatile boolean stopping;

  public Health(DatabaseProbe database, SigningKeys keys, Endings endings) {
    this.database = database;
    this.keys = keys;
    this.endings = endings;
  }

  /** From now on nothing should be sent here. */
  public void stopping() {
    stopping = true;
  }

  List<Check> checks(Instant now) {
    var found = database.ask();
    return List.of(serving(), database(found), migrations(found), keys(now), endings(now));
  }

  private Check serving() {
    return new Check("serving", stopping ? "The server is stopping." : null);
  }

  private static Check database(DatabaseProbe.Outcome found) {
    return switch (found) {
      case DatabaseProbe.Outcome.Answered _ -> new Check("database", null);
      case DatabaseProbe.Outcome.Silent(var problem) -> new Check("database", problem);
    };
  }

  private static Check migrations(DatabaseProbe.Outcome found) {
    return switch (found) {
      case DatabaseProbe.Outcome.Answered(int version, int needed) when version < needed ->
          new Check(
              "migrations",
              "The database is at version " + version + ", and this server needs " + needed + ".");
      case DatabaseProbe.Outcome.Answered _ -> new Check("migrations", null);
      case DatabaseProbe.Outcome.Silent _ ->
          new Check("migrations", "Unknown while the database does not answer.");
    };
  }

  /** Anything that is wrong with a key or with the provider that signs. */
  private Check keys(Instant now) {
    try {
      var key = keys.current(now);
      boolean isGood = key.verifies(SAMPLE, key.sign(SAMPLE));
      return new Check("keys", isGood ? null : "What the signing key signs does not verify.");
    } catch (RuntimeException e) {
      return new Check("keys", "The signing key cannot be used: see astral keys list.");
    }
  }

  private Check endings(Instant now) {
    Duration silence = endings.silence(now);
    return new Check(
        "endings",
        silence.compareTo(Endings.LONGEST_SILENCE) > 0
            ? "What other nodes revoke has not been learned for " + silence.toSeconds() + " s."
            : null);
  }

  /**
   * One thing that is needed.
   *
   * @param problem null for none
   */
  record Check(String name, @Nullable String problem) {
    boolean passes() {
      return problem == null;
    }
  }
}
