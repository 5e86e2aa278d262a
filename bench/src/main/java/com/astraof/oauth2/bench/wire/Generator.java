package com.astraof.oauth2.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Loads a server and measures.
 *
 * @param threads among which the connections are shared
 */
public record Generator(int threads) {
  /** A quarter of the machine, the rest being the server's; at least one. */
  public static Generator usual() {
    return new Generator(Math.max(1, Runtime.getRuntime().availableProcessors() / 4));
  }

  /** A connection for each visitor. */
  public Figures drive(InetSocketAddress to, List<Visitor> visitors, Pace pace, Duration time) {
    var tallies = new ArrayList<Tally>();
    var work = new ArrayList<Future<?>>();
    long start = System.nanoTime();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        var tally = new Tally();
        var share = share(visitors, i);
        tallies.add(tally);
        work.add(executor.submit(() -> drive(to, share, share(pace), time, tally)));
      }
      for (Future<?> one : work) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The server at " + to + " could not be loaded", e);
    }
    return Tally.sum(tallies, Duration.ofNanos(System.nanoTime() - start));
  }

  private static void drive(
      InetSocketAddress to, List<Visitor> visitors, Pace pace, Duration time, Tally tally) {
    try (var wire = new Wire(to, visitors, tally)) {
      wire.drive(new Timetable(pace, System.nanoTime(), time));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Visitor> share(List<Visitor> visitors, int thread) {
    var share = new ArrayList<Visitor>();
    for (int i = thread; i < visitors.size(); i += threads) {
      share.add(visitors.get(i));
    }
    return share;
  }

  private Pace share(Pace pace) {
    return switch (pace) {
      case Pace.AsFastAsAnswered all -> all;
      case Pace.Fixed(var perSecond) -> new Pace.Fixed(perSecond / threads);
    };
  }
}
