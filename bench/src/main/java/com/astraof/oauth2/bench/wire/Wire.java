package com.astraof.oauth2.bench.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Drives a thread's share of the connections: it sends what is due and takes what has come. */
final class Wire implements AutoCloseable {
  private static final int LARGEST_READ = 64 * 1024;

  /** How long the last answers may take after the end. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** Waiting through the selector is only good to a millisecond. */
  private static final long COARSE = 2_000_000;

  private static final long FINE = 50_000;

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_READ);
  private final List<Connection> all = new ArrayList<>();
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Tally tally;
  private int busy;

  Wire(InetSocketAddress to, List<Visitor> visitors, Tally tally) throws IOException {
    this.tally = tally;
    for (Visitor visitor : visitors) {
      all.add(new Connection(to, selector, visitor));
    }
    idle.addAll(all);
  }

  void drive(Timetable times) throws IOException {
    long giveUp = times.end() + GRACE.toNanos();
    long now = System.nanoTime();
    while ((busy > 0 || isGoingOn(times, now)) && now < giveUp) {
      sendWhatIsDue(times, now);
      await(times, now);
      now = System.nanoTime();
    }
    if (busy > 0) {
      tally.unanswered(busy, "no answer within " + GRACE.toSeconds() + " s after the end");
    }
    if (times.missed() > 0) {
      tally.unanswered(times.missed(), "requests were due and could not be sent");
    }
  }

  private boolean isGoingOn(Timetable times, long now) {
    return times.hasMore(now) && !(idle.isEmpty() && busy == 0);
  }

  private void sendWhatIsDue(Timetable times, long now) throws IOException {
    while (!idle.isEmpty() && times.hasMore(now) && times.due(now) <= now) {
      Connection connection = idle.poll();
      Request request = connection.visitor().next();
      if (request != null) {
        connection.send(request, times.take(now));
        busy++;
      }
    }
  }

  private void await(Timetable times, long now) throws IOException {
    long wait = idle.isEmpty() || !times.hasMore(now) ? COARSE : times.due(now) - now;
    int ready = wait < COARSE ? selector.selectNow() : selector.select(1);
    if (ready == 0 && wait < COARSE) {
      LockSupport.parkNanos(Math.min(Math.max(wait, 0), FINE));
      return;
    }
    for (SelectionKey key : selector.selectedKeys()) {
      receive((Connection) key.attachment());
    }
    selector.selectedKeys().clear();
  }

  private void receive(Connection connection) throws IOException {
    Answer answer = connection.receive(buffer);
    if (answer == null) {
      return;
    }
    busy--;
    idle.add(connection);
    tally.answered(System.nanoTime() - connection.due());
    try {
      connection.visitor().take(answer);
    } catch (Visitor.WrongAnswer e) {
      tally.wrong(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : all) {
      connection.close();
    }
    selector.close();
  }
}
