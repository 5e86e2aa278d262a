package com.astraof.oauth2.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.faults.check.Checker;
import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Bug;
import com.astraof.oauth2.faults.world.Cluster;
import com.astraof.oauth2.faults.world.Fault;
import com.astraof.oauth2.faults.world.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The proof of the proof: with a mistake in the server, the checker finds a promise broken. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "stops and starves processes as Linux can")
final class SelfTest {
  private static final long SEED = 7;
  private static final Checker CHECKER = Checker.ofFaults();

  @TempDir private Path folder;

  private Program with(Bug... bugs) {
    return Bug.in(Program.ofFaults(), folder, List.of(bugs));
  }

  /** As many of the faults as it takes to find so many promises broken. */
  private static Report run(Cluster cluster, int broken, Fault... faults) {
    try (cluster) {
      return new Run(cluster, Crowd.USUAL, SEED)
          .of(
              "With a mistake",
              CHECKER,
              run -> {
                for (Fault fault : faults) {
                  if (CHECKER.check(run.history()).broken().size() < broken) {
                    run.strike(fault);
                    Run.pause(Duration.ofMillis(500));
                  }
                }
              });
    }
  }

  @Test
  void a_server_that_answers_before_the_commit_is_found_out() {
    var program = with(Bug.ANSWERS_BEFORE_THE_COMMIT);
    var killed = Collections.nCopies(8, new Fault.NodeKilled(0, Duration.ZERO));

    var report = run(Cluster.embedded(program), 1, killed.toArray(Fault[]::new));

    assertThat(report.verdict().broken())
        .as(report.toString())
        .isNotEmpty()
        .isSubsetOf(
            "no code is redeemed twice",
            "no acknowledged consent, grant or refresh is lost",
            "no acknowledged account, name or sign-in is lost, nor a sign-out",
            "no ended grant is accepted, nor elsewhere after 1 s");
  }

  @Test
  void codes_that_open_twice_forked_generations_and_wrong_errors_are_found_out() {
    var program =
        with(Bug.OPENS_A_CODE_TWICE, Bug.LETS_GENERATIONS_FORK, Bug.CALLS_EVERYTHING_A_FAILURE);
    var full = new Fault.DiskFull(0, Duration.ofMillis(500));

    var report = run(Cluster.embedded(program), 3, full, full, full);

    assertThat(report.verdict().broken())
        .as(report.toString())
        .contains(
            "no code is redeemed twice",
            "no refresh token has two different successors",
            "every refused request is refused with a proper error");
  }

  @Test
  void a_node_that_does_not_hear_of_revocations_is_found_out() {
    var program = with(Bug.IS_DEAF);

    var report = run(Cluster.onPostgres(program), 1);

    assertThat(report.verdict().broken())
        .as(report.toString())
        .containsOnly("no ended grant is accepted, nor elsewhere after 1 s");
  }

  @Test
  void a_node_that_wakes_up_and_trusts_its_memory_is_found_out() {
    var program = with(Bug.TRUSTS_FOR_EVER);
    var frozen = new Fault.NodeFrozen(1, Duration.ofSeconds(3));

    var report = run(Cluster.onPostgres(program), 1, frozen, frozen, frozen);

    assertThat(report.verdict().broken())
        .as(report.toString())
        .containsOnly("no ended grant is accepted, nor elsewhere after 1 s");
  }
}
