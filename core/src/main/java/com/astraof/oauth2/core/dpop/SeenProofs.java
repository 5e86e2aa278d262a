package com.astraof.oauth2.core.dpop;

import com.astraof.oauth2.core.secret.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Proofs that were used on this node, for as long as they could be used again. They are kept in two
 * generations; the older one is forgotten when the younger has lived for the whole window.
 */
final class SeenProofs {
  /** About 60 MiB for each generation; only whoever has a valid token or code can add to it. */
  private static final int MOST = 1_000_000;

  private final Duration window;
  private final ReentrantLock lock = new ReentrantLock();
  private Set<Mark> younger = new HashSet<>();
  private Set<Mark> older = new HashSet<>();
  private Instant youngerSince = Instant.MIN;

  /**
   * @param window for how long a proof could be used
   */
  SeenProofs(Duration window) {
    this.window = window;
  }

  /** True for the first use; false for any other, and while there is no room to remember more. */
  boolean isNew(String proof, Instant now) {
    Mark mark = Mark.of(proof);
    lock.lock();
    try {
      if (!now.isBefore(youngerSince.plus(window))) {
        older = younger;
        younger = new HashSet<>();
        youngerSince = now;
      }
      return !older.contains(mark) && younger.size() < MOST && younger.add(mark);
    } finally {
      lock.unlock();
    }
  }

  /** 128 bits of a hash. */
  private record Mark(long high, long low) {
    static Mark of(String proof) {
      var hash = ByteBuffer.wrap(Sha256.of(proof.getBytes(StandardCharsets.UTF_8)));
      return new Mark(hash.getLong(), hash.getLong());
    }
  }
}
