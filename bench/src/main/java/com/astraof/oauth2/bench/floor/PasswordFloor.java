package com.astraof.oauth2.bench.floor;

import com.astraof.oauth2.bench.wire.Figures;
import com.astraof.oauth2.bench.wire.Tally;
import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.PasswordHasher.Cost;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SystemEntropy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many passwords the machine hashes when it does nothing else. */
public final class PasswordFloor {
  private PasswordFloor() {}

  public static Figures measure(Duration time) {
    int processors = Runtime.getRuntime().availableProcessors();
    var hasher = new PasswordHasher(Cost.RECOMMENDED, processors, new SystemEntropy());
    var tallies = new ArrayList<Tally>();
    long start = System.nanoTime();
    try (var executor = Executors.newFixedThreadPool(processors)) {
      var work = new ArrayList<Future<Tally>>();
      for (int i = 0; i < processors; i++) {
        work.add(executor.submit(() -> hash(hasher, start + time.toNanos())));
      }
      for (Future<Tally> one : work) {
        tallies.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return Tally.sum(List.copyOf(tallies), Duration.ofNanos(System.nanoTime() - start));
  }

  private static Tally hash(PasswordHasher hasher, long end) {
    var tally = new Tally();
    while (System.nanoTime() < end) {
      long from = System.nanoTime();
      var _ = hasher.hash(new Secret("correct horse battery")).orElseThrow();
      tally.answered(System.nanoTime() - from);
    }
    return tally;
  }
}
