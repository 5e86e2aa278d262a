package com.astraof.oauth2.server.http;

import io.helidon.webserver.WebServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server looks after beside its requests: slow peers, and a new certificate. */
final class Watch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger("astral.watch");
  private static final Duration PEERS = Duration.ofMillis(500);
  private static final Duration FILES = Duration.ofSeconds(2);

  private final ScheduledExecutorService thread;

  private Watch(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  static Watch over(Deadlines deadlines, Optional<Certificate> certificate, WebServer engine) {
    var thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());
    every(PEERS, thread, deadlines::enforce);
    certificate.ifPresent(
        one -> every(FILES, thread, () -> one.renewed().ifPresent(engine::reloadTls)));
    return new Watch(thread);
  }

  private static void every(Duration period, ScheduledExecutorService thread, Runnable work) {
    Runnable again =
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            log.error("Looking after the server failed, and is tried again", e);
          }
        };
    var _ =
        thread.scheduleWithFixedDelay(
            again, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
