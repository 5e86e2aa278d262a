package com.astraof.oauth2.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every few seconds, beside the requests, until it is closed. */
final class Rounds implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  /** As with a mail server that does not answer: the mail is sent again later. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Between two rounds when there is more to do: others want to write as well. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  /** However often it is woken. */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Semaphore woken = new Semaphore(0);
  private final Duration pause;
  private final BooleanSupplier work;
  private final Thread thread;

  private Rounds(Duration pause, String name, BooleanSupplier work) {
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** The first time after the first pause. */
  static Rounds every(Duration pause, String name, Runnable work) {
    return portions(
        pause,
        name,
        () -> {
          work.run();
          return false;
        });
  }

  /** The same for work that is done in portions: true when there is more to do. */
  static Rounds portions(Duration pause, String name, BooleanSupplier work) {
    var rounds = new Rounds(pause, name, work);
    rounds.thread.start();
    return rounds;
  }

  /** Lets the next round come at once. */
  void wake() {
    woken.release();
  }

  private void run() {
    try {
      boolean isMoreLeft = false;
      while (!isClosingWithin(SHORTEST)) {
        await((isMoreLeft ? BREATH : pause).minus(SHORTEST));
        if (isClosingWithin(Duration.ZERO)) {
          return;
        }
        isMoreLeft = once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosingWithin(Duration time) throws InterruptedException {
    return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void await(Duration time) throws InterruptedException {
    if (woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
      woken.drainPermits();
    }
  }

  /** What fails, such as a database that is away, may succeed next time. */
  private boolean once() {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      log.error("{} failed and is tried again", thread.getName(), e);
      return false;
    }
  }

  /** Finishes a round under way, unless it takes too long. */
  @Override
  public void close() {
    closing.countDown();
    wake();
    try {
      if (!thread.join(PATIENCE)) {
        log.warn("{} was under way for too long and is left alone", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
