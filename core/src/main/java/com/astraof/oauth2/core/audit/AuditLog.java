package com.astraof.oauth2.core.audit;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where events are kept, for good: nothing is ever changed or deleted, but for the places where a
 * person was, which go when their account is erased. What changes something else is written in that
 * change's own transaction; this is the door for the rest.
 */
public interface AuditLog {
  void add(AuditEvent event);

  /**
   * What happened to this user's account and applications, newest first.
   *
   * @param before only entries older than the one with this id; {@link Long#MAX_VALUE} for all
   */
  List<Entry> of(UserId user, long before, int limit);

  /** So many of what is wanted, newest first. Where no user is named, it may read everything. */
  List<Entry> newest(Wanted wanted, int most);

  /** Everything from this instant on, oldest first, one after the other. */
  void export(Instant since, Consumer<Entry> reader);

  /**
   * Which events.
   *
   * @param user null for whomever they concern
   * @param application null for any, and for none
   * @param what null for whatever happened
   */
  record Wanted(
      @Nullable UserId user,
      @Nullable ApplicationId application,
      @Nullable Event what,
      Instant since) {}

  /**
   * @param id grows with each entry
   */
  record Entry(long id, AuditEvent event) {}
}
