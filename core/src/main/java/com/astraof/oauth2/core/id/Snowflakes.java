package com.astraof.oauth2.core.id;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * Makes snowflakes, strictly increasing within this process. When a millisecond's 4,096 are used
 * up, or the clock steps back, it borrows from the next millisecond rather than wait or repeat
 * itself.
 */
public final class Snowflakes {
  static final int NODES = 1 << Snowflake.NODE_BITS;
  private static final int SEQUENCES = 1 << Snowflake.SEQUENCE_BITS;

  private final InstantSource clock;
  private final IntSupplier node;

  /** Milliseconds and sequence in one number, so that one compare-and-set takes the next place. */
  private final AtomicLong lastPlace = new AtomicLong();

  /**
   * @param node 0 to 1023, different for each process that shares a database
   */
  public Snowflakes(InstantSource clock, int node) {
    this(clock, () -> node);
    if (node < 0 || node >= NODES) {
      throw new IllegalArgumentException("A node is 0 to 1023, not " + node);
    }
  }

  /**
   * @param node the same, asked for each id
   */
  public Snowflakes(InstantSource clock, IntSupplier node) {
    this.clock = clock;
    this.node = node;
  }

  public UserId newUser() {
    return new UserId(next());
  }

  public ApplicationId newApplication() {
    return new ApplicationId(next());
  }

  public GuildId newGuild() {
    return new GuildId(next());
  }

  public RoleId newRole() {
    return new RoleId(next());
  }

  public ChannelId newChannel() {
    return new ChannelId(next());
  }

  public MessageId newMessage() {
    return new MessageId(next());
  }

  /** An id for what has no type of its own. */
  public long next() {
    int from = node.getAsInt();
    long now = clock.millis() * SEQUENCES;
    long place = lastPlace.updateAndGet(last -> Math.max(last + 1, now));
    return Snowflake.of(place / SEQUENCES, from, (int) (place % SEQUENCES));
  }
}
