package com.astraof.oauth2.server.doctor;

import com.astraof.oauth2.storage.Inspection;
import com.astraof.oauth2.storage.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database: whether it keeps what it promised, how far it is migrated, what time it is. */
public final class DatabaseCheck {
  private static final String NAME = "database";
  private static final String CLOCK = "clock";

  /** Less matters to nobody. */
  private static final Duration LITTLE = Duration.ofSeconds(1);

  private static final Duration MUCH = Duration.ofSeconds(5);

  private DatabaseCheck() {}

  /**
   * @param now by this machine's clock
   */
  public static List<Finding> look(Inspection seen, Instant now) {
    var findings = new ArrayList<Finding>();
    findings.add(durability(seen));
    findings.add(migrations(seen.schema()));
    findings.add(clock(seen, now));
    return findings;
  }

  private static Finding durability(Inspection seen) {
    return seen.lax().isEmpty()
        ? Finding.ok(NAME, seen.engine())
        : Finding.problem(
            NAME,
            seen.engine() + " has " + String.join(" and ", seen.lax()) + " off",
            "Switch it on in postgresql.conf: otherwise a power cut loses what was answered.");
  }

  private static Finding migrations(Standing schema) {
    String name = "migrations";
    if (schema.isNewer()) {
      return Finding.warning(
          name,
          "a newer version has been here: " + schema.version(),
          "Beside a newer one this version works for the time of an upgrade. Finish that.");
    }
    int pending = schema.pending().size();
    return pending == 0
        ? Finding.ok(name, "all have run, up to " + schema.version())
        : Finding.warning(
            name,
            pending + " have not run yet",
            "Take a backup, then run astral migrate, or let the next start of this version do it.");
  }

  private static Finding clock(Inspection seen, Instant now) {
    Optional<Duration> lag = seen.latest().map(latest -> Duration.between(now, latest));
    if (lag.filter(ahead -> ahead.compareTo(MUCH) > 0).isPresent()) {
      return Finding.problem(
          CLOCK,
          "it says " + now + ", which is before the newest line of the audit log",
          "Set this machine's clock, and let chrony or systemd-timesyncd keep it.");
    }
    Duration apart = seen.apart().orElse(Duration.ZERO);
    String says = "%.1f s apart from the database's".formatted(apart.toMillis() / 1e3);
    String todo = "Let chrony or systemd-timesyncd keep the clock, here and there.";
    if (apart.compareTo(MUCH) > 0) {
      return Finding.problem(CLOCK, says, todo);
    }
    if (apart.compareTo(LITTLE) > 0) {
      return Finding.warning(CLOCK, says, todo);
    }
    return Finding.ok(CLOCK, seen.apart().isPresent() ? says : "it goes on from the audit log");
  }
}
