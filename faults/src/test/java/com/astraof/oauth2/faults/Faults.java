package com.astraof.oauth2.faults;

import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Program;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code build/faults}: breaks things for as long as you like. */
@Command(
    name = "build/faults",
    description = "Breaks a running installation in every known way, and checks what it promised.",
    mixinStandardHelpOptions = true)
final class Faults implements Callable<Integer> {
  private enum Store {
    SQLITE,
    POSTGRES,
    BOTH
  }

  @Option(names = "--minutes", defaultValue = "10", description = "For each store. Default: 10")
  private int minutes;

  @Option(names = "--seed", description = "Of chance. Default: another one each time")
  private long seed = System.nanoTime();

  @Option(
      names = "--store",
      defaultValue = "both",
      description = "sqlite, postgres or both. Default: both")
  private Store store = Store.BOTH;

  public static void main(String[] arguments) {
    var command = new CommandLine(new Faults()).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() {
    var program = Program.ofFaults();
    var time = Duration.ofMinutes(minutes);
    boolean isGood = true;
    if (store != Store.POSTGRES) {
      isGood &= isGood(Trials.embedded(program, Crowd.CALM, seed, time));
    }
    if (store != Store.SQLITE) {
      isGood &= isGood(Trials.onPostgres(program, Crowd.CALM, seed, time));
      isGood &= isGood(Trials.failover(program, Crowd.USUAL, seed));
    }
    return isGood ? 0 : 1;
  }

  private static boolean isGood(Report report) {
    System.out.println(report);
    return report.isGood();
  }
}
