package com.astraof.oauth2.bench;

import com.astraof.oauth2.bench.floor.BareServer;
import com.astraof.oauth2.bench.floor.CannedServer;
import com.astraof.oauth2.bench.floor.Postgres;
import com.astraof.oauth2.bench.report.Machine;
import com.astraof.oauth2.bench.report.Report;
import com.astraof.oauth2.bench.subject.Astral;
import com.astraof.oauth2.bench.subject.Astral.Engine;
import com.astraof.oauth2.bench.subject.Bare;
import com.astraof.oauth2.bench.subject.Ground;
import com.astraof.oauth2.bench.subject.Keycloak;
import com.astraof.oauth2.bench.subject.NodeOidcProvider;
import com.astraof.oauth2.bench.subject.SpringServer;
import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.wire.Generator;
import com.astraof.oauth2.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code bench/run}: measures what it is told to and writes the page. */
public final class Main {
  private Main() {}

  /** The folder {@code bench}, then plan, servers and workloads as {@code bench/run} has them. */
  public static void main(String[] arguments) throws IOException {
    Path bench = Path.of(arguments[0]);
    Plan plan = Plan.named(arguments[1]).orElseThrow().only(workloads(arguments[3]));
    List<Subject> subjects = subjects(List.of(arguments[2].split(",")));
    double load = Machine.load();
    Path folder = Files.createDirectories(bench.resolve("target/runs"));
    try (var postgres = Postgres.start()) {
      var ground = new Ground(folder, bench.resolve("target/peers"), postgres, plan.connections());
      Results results = new Rounds(plan, Generator.usual()).run(subjects, ground);
      String name = LocalDate.now(ZoneOffset.UTC) + "-" + plan.name();
      Path page = bench.resolve("results").resolve(name);
      new Report(plan, subjects, results)
          .write(page, "Measured side by side, " + name, surroundings(postgres, load));
      System.out.println("Written to " + page);
    }
  }

  private static Set<Workload> workloads(String names) {
    return names.equals("all")
        ? EnumSet.allOf(Workload.class)
        : Arrays.stream(names.toUpperCase(Locale.ROOT).split(","))
            .map(Workload::valueOf)
            .collect(Collectors.toSet());
  }

  private static List<Subject> subjects(List<String> names) {
    var subjects = new ArrayList<Subject>();
    Map<String, Subject> known = known();
    for (String name : names) {
      Subject subject = known.get(name);
      if (subject == null) {
        throw new IllegalArgumentException("There is no " + name + ", but " + known.keySet());
      }
      subjects.add(subject);
    }
    return subjects;
  }

  private static Map<String, Subject> known() {
    var known = new LinkedHashMap<String, Subject>();
    known.put("astral", new Astral(Engine.POSTGRES));
    known.put("sqlite", new Astral(Engine.SQLITE));
    known.put("keycloak", new Keycloak());
    known.put("spring", new SpringServer());
    known.put("node", new NodeOidcProvider());
    known.put(
        "bare",
        new Bare("Bare handler", BareServer.class, "Helidon SE alone, which answers 200 bytes"));
    known.put(
        "canned",
        new Bare(
            "Load generator's ceiling",
            CannedServer.class,
            "No server: a loop that writes the same bytes back, whatever it reads"));
    return known;
  }

  private static List<String> surroundings(Postgres postgres, double load) {
    var all = new ArrayList<>(Machine.described());
    all.add("Load average before the run: %.1f; after it: %.1f".formatted(load, Machine.load()));
    all.add("PostgreSQL says: " + String.join(", ", postgres.settings()));
    all.add("Server, database and load generator share the machine");
    return all;
  }
}
