package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code astral completion}, and what a mistyped command is answered. */
final class CompletionCommandTest {
  @Test
  void the_script_knows_commands_and_options() {
    var run = ServerProcess.run(Map.of(), "completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_astral")
        .contains("new-password", "--reason", "--rate-limits");
  }

  @Test
  void wrong_usage_is_told_apart_from_a_refusal() {
    assertThat(ServerProcess.run(Map.of(), "account", "disable", "ada#0001").exitCode())
        .isEqualTo(2);
    assertThat(ServerProcess.run(Map.of(), "acount").exitCode()).isEqualTo(2);
  }
}
