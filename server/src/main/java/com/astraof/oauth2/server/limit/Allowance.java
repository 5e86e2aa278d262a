package com.astraof.oauth2.server.limit;

import java.util.concurrent.locks.ReentrantLock;

/**
 * What one key has used of one limit, as the instant at which all of that is unused again. Each
 * request moves it by its share of the window, and has to wait where it would be further away than
 * one window. Instants and spans are nanoseconds of the epoch.
 *
 * <p>It also keeps in mind what other nodes have not been told of; in each window the first tenth
 * is not worth a word.
 */
final class Allowance {
  private static final int QUIET = 10;
  private static final long SECOND = 1_000_000_000;

  private final Rate rate;
  private final long window;
  private final long share;
  private final ReentrantLock lock = new ReentrantLock();
  private long unusedAt;
  private long lastAt;
  private long windowSince;
  private int usedInWindow;
  private long untold;

  Allowance(Rate rate) {
    this.rate = rate;
    this.window = rate.window().toNanos();
    this.share = Math.max(1, window / rate.requests());
  }

  /** Uses one, unless none is left. */
  boolean take(long now) {
    lock.lock();
    try {
      if (left(now) < 1) {
        return false;
      }
      unusedAt = Math.max(unusedAt, now) + share;
      if (now < windowSince || now - windowSince >= window) {
        windowSince = now;
        usedInWindow = 0;
      }
      usedInWindow++;
      untold += usedInWindow > rate.requests() / QUIET ? share : 0;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the last {@link #take} back. */
  void giveBack() {
    lock.lock();
    try {
      unusedAt -= share;
      if (usedInWindow > rate.requests() / QUIET) {
        untold -= share;
      }
      usedInWindow = Math.max(0, usedInWindow - 1);
    } finally {
      lock.unlock();
    }
  }

  /** So many are left; none where others used more than there was. */
  int left(long now) {
    lock.lock();
    try {
      long free = window - untilUnused(now);
      return Math.clamp(free / share, 0, rate.requests());
    } finally {
      lock.unlock();
    }
  }

  /** How long until there is one. */
  long untilNext(long now) {
    return Math.max(0, untilUnused(now) + share - window);
  }

  /** How long until all of it is there. */
  long untilUnused(long now) {
    lock.lock();
    try {
      if (now < lastAt - SECOND) {
        // The clock was set back. Nobody has to wait for it to come again.
        unusedAt -= lastAt - now;
      }
      lastAt = now;
      return Math.max(0, unusedAt - now);
    } finally {
      lock.unlock();
    }
  }

  boolean hasUntold() {
    lock.lock();
    try {
      return untold != 0;
    } finally {
      lock.unlock();
    }
  }

  /** What others are told of now. */
  long tell() {
    lock.lock();
    try {
      long told = untold;
      untold = 0;
      return told;
    } finally {
      lock.unlock();
    }
  }

  /** They could not be told. */
  void tellAgain(long told) {
    lock.lock();
    try {
      untold += told;
    } finally {
      lock.unlock();
    }
  }

  /** All together have used it until then. */
  void hear(long allUnusedAt) {
    lock.lock();
    try {
      unusedAt = Math.max(unusedAt, allUnusedAt + untold);
    } finally {
      lock.unlock();
    }
  }
}
