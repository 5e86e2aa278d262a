package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore.Advance;
import com.astraof.oauth2.core.grant.Lifetimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step of a grant's counter.
 *
 * @param generations by how many it goes on: one, or none where only its time is renewed
 * @param from the generation at which it has to stand
 */
record GrantStep(int generations, GrantId id, int from, Instant at, Lifetimes lifetimes)
    implements JointWork<Advance> {
  private static final String IS_ALIVE =
      """
      and revoked_at is null
      and opened_at >= (select coalesce(max(issued_before), 0) from everything_ended)
      and exists (
        select 1 from consents
        where consents.user_id = grants.user_id
          and consents.application_id = grants.application_id
          and (consents.withdrawn_through is null
            or consents.withdrawn_through < grants.consent_since)
      )
      and not exists (
        select 1 from applications a
        where a.id = grants.application_id
          and (a.disabled_at is not null or a.deleted_at is not null
            or a.valid_from > grants.opened_at)
      )
      returning grants.id, user_id, application_id, scopes, grants.generation, opened_at,
        renewed_at, revoked_at, consent_since, authenticated_at, methods
      """;
  private static final String ONE =
      """
      update grants
      set generation = generation + ?, renewed_at = ?
      where id = ? and generation = ? and renewed_at > ? and opened_at > ?
      """
          + IS_ALIVE;
  private static final String MANY =
      """
      update grants
      set generation = grants.generation + step.generations, renewed_at = step.at
      from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bytea[]),
          cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]))
        as step (generations, at, id, generation, renewed_after, opened_after)
      where grants.id = step.id and grants.generation = step.generation
        and renewed_at > step.renewed_after and opened_at > step.opened_after
      """
          + IS_ALIVE;

  @Override
  public Advance on(Connection connection) throws SQLException {
    Optional<Grant> advanced =
        Sql.one(
            connection,
            ONE,
            SqlGrantStore::read,
            generations,
            at,
            id,
            from,
            renewedAfter(),
            openedAfter());
    if (advanced.isPresent()) {
      return new Advance.Advanced(advanced.get());
    }
    return SqlGrantStore.find(connection, id)
        .<Advance>map(Advance.Stands::new)
        .orElseGet(Advance.Missing::new);
  }

  private Instant renewedAfter() {
    return at.minus(lifetimes.refreshIdle());
  }

  private Instant openedAfter() {
    return at.minus(lifetimes.refreshTotal());
  }

  @Override
  public void together(Connection connection, List<Work<?>> works, Done done) throws SQLException {
    var steps = firstOfEach(works);
    if (steps.size() < 2) {
      return;
    }
    List<GrantStep> all = List.copyOf(steps.values());
    List<Grant> advanced =
        Sql.all(
            connection,
            MANY,
            SqlGrantStore::read,
            numbers(all, step -> (long) step.generations),
            instants(all, GrantStep::at),
            all.stream().map(step -> step.id.bytes()).toArray(byte[][]::new),
            numbers(all, step -> (long) step.from),
            instants(all, GrantStep::renewedAfter),
            instants(all, GrantStep::openedAfter));
    for (Grant grant : advanced) {
      GrantStep step = steps.get(grant.id());
      if (step != null) {
        done.put(step, new Advance.Advanced(grant));
      }
    }
  }

  /** One statement takes one step of a grant; who comes second finds it taken. */
  private static Map<GrantId, GrantStep> firstOfEach(List<Work<?>> works) {
    var steps = new LinkedHashMap<GrantId, GrantStep>();
    for (Work<?> work : works) {
      if (work instanceof GrantStep step) {
        steps.putIfAbsent(step.id, step);
      }
    }
    return steps;
  }

  private static Long[] instants(List<GrantStep> steps, Function<GrantStep, Instant> instant) {
    return numbers(steps, step -> instant.apply(step).toEpochMilli());
  }

  private static Long[] numbers(List<GrantStep> steps, Function<GrantStep, Long> number) {
    return steps.stream().map(number).toArray(Long[]::new);
  }
}
