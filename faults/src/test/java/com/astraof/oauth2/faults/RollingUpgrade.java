package com.astraof.oauth2.faults;

import com.astraof.oauth2.faults.load.Load.Crowd;
import com.astraof.oauth2.faults.world.Program;
import java.nio.file.Path;

/** {@code build/rolling-upgrade}: from the build in the folder to this one. */
final class RollingUpgrade {
  private RollingUpgrade() {}

  public static void main(String[] arguments) {
    var before = Program.of(Path.of(arguments[0]));
    var report = Trials.rolling(before, Program.ofThisBuild(), Crowd.USUAL, System.nanoTime());
    System.out.println(report);
    System.exit(report.isGood() ? 0 : 1);
  }
}
