package com.astraof.oauth2.server.health;

import com.astraof.oauth2.storage.Schema;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks the database something small, and waits for a bounded time, however long the driver would.
 */
public final class DatabaseProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Schema> schema;
  private final int needed;

  /**
   * The server has just been content with the schema, so what stands there now is what it needs.
   */
  public DatabaseProbe(Supplier<Schema> schema) {
    this.schema = schema;
    this.needed = schema.get().version();
  }

  Outcome ask() {
    var question = new FutureTask<>(schema::get);
    Thread.ofVirtual().name("database-probe").start(question);
    try {
      int version = question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).version();
      return new Outcome.Answered(version, needed);
    } catch (TimeoutException e) {
      return new Outcome.Silent("It has not answered within " + PATIENCE.toSeconds() + " s.");
    } catch (ExecutionException e) {
      return new Outcome.Silent("It cannot be read.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Silent("The question was interrupted.");
    }
  }

  /** What the database said. */
  sealed interface Outcome {
    record Answered(int version, int needed) implements Outcome {}

    record Silent(String problem) implements Outcome {}
  }
}
