package com.astraof.oauth2.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.bench.floor.BareServer;
import com.astraof.oauth2.bench.floor.Postgres;
import com.astraof.oauth2.bench.subject.Astral;
import com.astraof.oauth2.bench.subject.Astral.Engine;
import com.astraof.oauth2.bench.subject.Bare;
import com.astraof.oauth2.bench.subject.Ground;
import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.wire.Generator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A minute of load. How fast it is, nobody asks here; what is answered has to be right. */
class SmokeTest {
  @TempDir private Path folder;

  @Test
  void answers_stay_right_under_load_on_either_engine() {
    List<Subject> subjects =
        List.of(
            new Astral(Engine.SQLITE),
            new Astral(Engine.POSTGRES),
            new Bare("bare handler", BareServer.class, ""));

    try (var postgres = Postgres.start()) {
      var ground = new Ground(folder, folder, postgres, Plan.SMOKE.connections());
      var results = new Rounds(Plan.SMOKE, Generator.usual()).run(subjects, ground);

      assertThat(postgres.settings()).contains("fsync = on", "synchronous_commit = on");
      assertThat(results.complaints()).isEmpty();
      assertThat(results.verified()).isPositive();
      assertThat(results.peaks()).allMatch(peak -> peak.figures().answers() > 0);
    }
  }
}
