package com.astraof.oauth2.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** On what it was measured. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  public static List<String> described() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return List.of(
        "%d processors, %s".formatted(system.getAvailableProcessors(), model()),
        "%s %s, Java %s by %s"
            .formatted(
                system.getName(),
                system.getVersion(),
                Runtime.version(),
                System.getProperty("java.vendor")));
  }

  /**
   * How many programs want a processor at this moment, over the last minute. Much before anything
   * was measured, it says that others worked on the machine too.
   */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String model() {
    try (var lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
