package com.astraof.oauth2.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every few seconds, beside the requests, until it is closed. */
final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** As with a mail server that does not answer: the mail is sent again later. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Duration pause;
  private final Runnable work;
  private final Thread thread;

  private Rounds(Duration pause, String name, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** The first time after the first pause. */
  static Rounds every(Duration pause, String name, Runnable work) {
    var rounds = new Rounds(pause, name, work);
    rounds.thread.start();
    return rounds;
  }

  private void run() {
    try {
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails, such as a database that is away, may succeed next time. */
  private void once() {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("{} failed and is tried again", thread.getName(), e);
    }
  }

  /** Finishes a round under way, unless it takes too long. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(PATIENCE)) {
        log.warn("{} was under way for too long and is left alone", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
