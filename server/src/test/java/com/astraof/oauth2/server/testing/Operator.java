package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whoever runs {@code astral} on a data folder, each command in a process of its own. */
public record Operator(Path data) {
  public ServerProcess.Run runs(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + data);
    return ServerProcess.run(Map.of(), all.toArray(String[]::new));
  }

  /** What it prints when all goes well. */
  public String does(String... arguments) {
    var run = runs(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  /** It says why in one line, and does nothing. */
  public void isRefused(String why, String... arguments) {
    var run = runs(arguments);
    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.err().strip().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("astral: ").contains(why);
    assertThat(run.out()).isEmpty();
  }
}
