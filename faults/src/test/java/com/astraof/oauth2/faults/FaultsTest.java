package com.astraof.oauth2.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Program;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One round of everything that can break. {@code build/faults} goes on for as long as you like. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "stops and starves processes as Linux can")
final class FaultsTest {
  private static void passes(Report report) {
    System.out.println(report);
    assertThat(report.isGood()).as(report.toString()).isTrue();
    for (String kind :
        new String[] {
          "SignIn", "Exchange", "Refresh", "Revoke", "Withdraw", "Call", "Introspect"
        }) {
      assertThat(report.accepted(kind)).as(kind).isPositive();
    }
  }

  @Test
  void one_node_on_sqlite_keeps_every_promise_whatever_breaks() {
    long seed = System.nanoTime();
    passes(Trials.embedded(Program.ofFaults(), Crowd.USUAL, seed, Duration.ZERO));
  }

  @Test
  void two_nodes_on_postgres_keep_every_promise_whatever_breaks() {
    long seed = System.nanoTime();
    passes(Trials.onPostgres(Program.ofFaults(), Crowd.USUAL, seed, Duration.ZERO));
  }

  @Test
  void a_standby_takes_over_and_nothing_is_lost() {
    var report = Trials.failover(Program.ofFaults(), Crowd.USUAL, System.nanoTime());

    passes(report);
    assertThat(report.withoutService()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void nodes_are_restarted_one_after_the_other_and_nobody_notices() {
    var program = Program.ofThisBuild();

    passes(Trials.rolling(program, program, Crowd.USUAL, System.nanoTime()));
  }
}
