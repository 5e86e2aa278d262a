package com.astraof.oauth2.bench;

import com.astraof.oauth2.bench.Results.AtLoad;
import com.astraof.oauth2.bench.Results.BesideSignIns;
import com.astraof.oauth2.bench.Results.Peak;
import com.astraof.oauth2.bench.subject.Subject;
import com.astraof.oauth2.bench.wire.Figures;
import com.astraof.oauth2.bench.wire.Generator;
import com.astraof.oauth2.bench.wire.Pace;
import com.astraof.oauth2.bench.wire.Visitor;
import com.astraof.oauth2.bench.workload.Proofs;
import com.astraof.oauth2.bench.workload.Samples;
import com.astraof.oauth2.bench.workload.Supplies;
import com.astraof.oauth2.bench.workload.Workload;
import com.astraof.oauth2.bench.workload.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One server's turn in a round. */
final class Turn {
  /** Sign-ins come over fewer connections: beyond their queue the server refuses them. */
  private static final int SIGN_INS = 16;

  private static final double BESIDE = 0.25;

  private final Subject subject;
  private final Subject.Running running;
  private final Plan plan;
  private final Generator generator;
  private final Results results;

  Turn(Subject subject, Subject.Running running, Plan plan, Generator generator, Results results) {
    this.subject = subject;
    this.running = running;
    this.plan = plan;
    this.generator = generator;
    this.results = results;
  }

  void measure() {
    heat();
    for (Workload workload : Workload.values()) {
      if (plan.has(workload, subject)) {
        Figures figures = measure(workload);
        if (workload == Workload.REFRESH) {
          atLoads(figures.perSecond());
        }
      }
    }
    if (plan.has(Workload.SIGN_IN, subject) && plan.has(Workload.REFRESH, subject)) {
      besideSignIns();
    }
    if (plan.has(Workload.REFRESH, subject)) {
      new Proofs(world(), generator)
          .rotation(supplies(new Samples(), plan.measured()))
          .ifPresent(complaint -> results.add(subject.name() + ": " + complaint));
    }
  }

  /** What runs on a virtual machine is not compiled before it has run for a while. */
  private void heat() {
    for (Workload workload : Workload.values()) {
      if (plan.has(workload, subject) && plan.heat().isPositive()) {
        drive(visitors(workload, new Samples(), plan.heat()), plan.heat());
      }
    }
  }

  private Figures measure(Workload workload) {
    drive(visitors(workload, new Samples(), plan.warmUp()), plan.warmUp());
    var samples = new Samples();
    List<Visitor> visitors = visitors(workload, samples, plan.measured().multipliedBy(2));
    Duration before = running.program().processorTime();
    Figures figures = drive(visitors, plan.measured());
    Duration processor = running.program().processorTime().minus(before);
    results.add(new Peak(subject.name(), workload, figures, processor));
    results.addVerified(new Proofs(world(), generator).verified(samples.kept()));
    say(workload.title(), figures);
    return figures;
  }

  private void atLoads(double peak) {
    for (double part : plan.loads()) {
      var pace = new Pace.Fixed(peak * part);
      Figures figures = refreshing(pace);
      results.add(new AtLoad(subject.name(), part, pace.perSecond(), figures));
      say("refresh at a load of " + part, figures);
    }
  }

  private Figures refreshing(Pace pace) {
    List<Visitor> visitors = visitors(Workload.REFRESH, new Samples(), plan.warmUp());
    return generator.drive(world().address(), visitors, pace, plan.measured());
  }

  private void besideSignIns() {
    double peak =
        results.median(subject.name(), Workload.REFRESH).orElseThrow().figures().perSecond();
    var pace = new Pace.Fixed(peak * BESIDE);
    Figures alone = refreshing(pace);
    List<Visitor> all = visitors(Workload.SIGN_IN, new Samples(), plan.warmUp());
    List<Visitor> some = all.subList(0, Math.min(SIGN_INS, all.size()));
    var signIns = CompletableFuture.supplyAsync(() -> drive(some, plan.measured()));
    Figures beside = refreshing(pace);
    results.add(new BesideSignIns(subject.name(), alone, beside, signIns.join()));
    say("refresh alone", alone);
    say("refresh beside sign-ins", beside);
  }

  private Figures drive(List<Visitor> visitors, Duration time) {
    return generator.drive(world().address(), visitors, new Pace.AsFastAsAnswered(), time);
  }

  private List<Visitor> visitors(Workload workload, Samples samples, Duration preparation) {
    return workload.visitors(supplies(samples, preparation));
  }

  private Supplies supplies(Samples samples, Duration preparation) {
    return new Supplies(world(), samples, generator, preparation);
  }

  private World world() {
    return running.world();
  }

  private void say(String what, Figures figures) {
    System.out.printf(
        "  %-18s %-32s %9.0f/s  p50 %7.2f  p99 %7.2f ms%s%n",
        subject.name(),
        what,
        figures.perSecond(),
        figures.percentile(50),
        figures.percentile(99),
        figures.isClean() ? "" : "  NOT ALL RIGHT: " + figures.complaints());
  }
}
