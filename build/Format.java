import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java source to google-java-format: {@code check} fails on a difference, {@code apply}
 * mends it.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);

    var unformatted = new ArrayList<Path>();
    for (Path file : sources(root)) {
      String before = Files.readString(file);
      String after = format(before, file);
      if (after.equals(before)) continue;
      unformatted.add(root.relativize(file));
      if (apply) Files.writeString(file, after);
    }

    if (apply) {
      System.out.println("Formatted " + unformatted.size() + " files.");
    } else if (!unformatted.isEmpty()) {
      unformatted.forEach(file -> System.err.println("Not formatted: " + file));
      System.err.println("Run: mvn -N process-sources -Pformat");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }

  private static String format(String source, Path file) {
    try {
      var style = JavaFormatterOptions.Style.GOOGLE;
      String ordered =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), style);
      var options = JavaFormatterOptions.builder().style(style).build();
      return new Formatter(options).formatSource(ordered);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " cannot be parsed: " + e.getMessage(), e);
    }
  }
}
