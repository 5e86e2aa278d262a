import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * How long {@code serve} takes to its first 200 on a database that is there already, how much of a
 * processor, and the memory that it then has. Several sets of JVM options take turns, so that
 * whatever else the machine does meets all of them.
 *
 * <p>{@code java build/StartTime.java bin/astral 10 "" "-XX:AOTMode=off"}
 */
final class StartTime {
  private static final int PORT = 18_080;
  private static final String ISSUER = "http://localhost:" + PORT;
  private static final URI METADATA =
      URI.create(ISSUER + "/.well-known/oauth-authorization-server");

  private record Start(long millis, long processor, long kilobytes) {}

  private StartTime() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String launcher = arguments[0];
    int times = Integer.parseInt(arguments[1]);
    List<String> options = List.of(arguments).subList(2, arguments.length);
    var starts = new ArrayList<List<Start>>();
    options.forEach(_ -> starts.add(new ArrayList<>()));
    Path data = Files.createTempDirectory("astral-start");
    start(launcher, "", data);
    for (int turn = 0; turn < times; turn++) {
      for (int which = 0; which < options.size(); which++) {
        starts.get(which).add(start(launcher, options.get(which), data));
      }
    }
    for (int which = 0; which < options.size(); which++) {
      List<Start> all = starts.get(which);
      System.out.printf(
          "%5d ms median, %5d ms least, %5d ms of a processor, %4d MB   %s%n",
          median(all.stream().mapToLong(Start::millis)),
          all.stream().mapToLong(Start::millis).min().orElseThrow(),
          median(all.stream().mapToLong(Start::processor)),
          median(all.stream().mapToLong(Start::kilobytes)) / 1024,
          options.get(which).isEmpty() ? "(as it comes)" : options.get(which));
    }
    delete(data);
  }

  private static Start start(String launcher, String options, Path data)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            launcher, "serve", "--issuer=" + ISSUER, "--port=" + PORT, "--data=" + data);
    builder.environment().put("ASTRAL_JAVA_OPTS", options);
    builder.environment().put("ASTRAL_MANAGEMENT_PORT", "0");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long began = System.nanoTime();
    Process process = builder.start();
    while (process.isAlive() && !answers()) {
      LockSupport.parkNanos(2_000_000);
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    long processor = process.info().totalCpuDuration().orElseThrow().toMillis();
    var start = new Start(millis, processor, memory(process));
    process.destroy();
    process.waitFor();
    return start;
  }

  private static void delete(Path data) throws IOException {
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean answers() {
    try {
      return METADATA.toURL().openConnection() instanceof HttpURLConnection connection
          && connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static long memory(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("The server ended before it answered"));
  }

  private static long median(LongStream values) {
    long[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
