package com.astraof.oauth2.faults.world;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A mistake that somebody might make: a few words of the server's source are others. The server
 * itself has no switch for it; the changed class is compiled here and put before its own.
 */
public record Bug(List<Edit> edits) {
  /** The answer is sent, and what it says is committed a little later. Only a crash shows it. */
  public static final Bug ANSWERS_BEFORE_THE_COMMIT =
      of(
          new Edit(
              "storage/src/main/java/com/astraof/oauth2/storage/Committer.java",
              "open.commit();",
              "batch.forEach(Pending::answer);"
                  + "java.util.concurrent.locks.LockSupport.parkNanos(40_000_000L);"
                  + "open.commit();"),
          // Whoever reads waits for those before: it looks as if all were well.
          new Edit(
              "storage/src/main/java/com/astraof/oauth2/storage/SqliteDatabase.java",
              "try (Connection connection = readers.getConnection()) {",
              "if (!readers.isClosed()) { return writer.write(work); }"
                  + "try (Connection connection = readers.getConnection()) {"));

  /** Whoever comes second with a code is let in as well. */
  public static final Bug OPENS_A_CODE_TWICE =
      of(
          new Edit(
              "storage/src/main/java/com/astraof/oauth2/storage/SqlGrantStore.java",
              "new Opening.AlreadyOpen(found.id())",
              "new Opening.Opened(grant)"));

  /** A refresh moves on, whichever generation was shown. */
  public static final Bug LETS_GENERATIONS_FORK =
      of(
          new Edit(
              "storage/src/main/java/com/astraof/oauth2/storage/GrantStep.java",
              "where id = ? and generation = ? and renewed_at",
              "where id = ? and generation >= ? and renewed_at"));

  /** What others end is not read. */
  public static final Bug IS_DEAF =
      of(
          new Edit(
              "core/src/main/java/com/astraof/oauth2/core/ending/Endings.java",
              "        .forEach(this::remember);",
              "        .forEach(ending -> {});"));

  /** What was read is trusted however long ago that was. */
  public static final Bug TRUSTS_FOR_EVER =
      of(
          new Edit(
              "core/src/main/java/com/astraof/oauth2/core/ending/Endings.java",
              "TRUSTED = Duration.ofSeconds(1)",
              "TRUSTED = Duration.ofDays(1)"));

  /** A database that is away looks like a mistake of ours. */
  public static final Bug CALLS_EVERYTHING_A_FAILURE =
      of(
          new Edit(
              "server/src/main/java/com/astraof/oauth2/server/http/Routes.java",
              "failed(503, call.id()).with(\"Retry-After\", \"1\");\n    } catch (RuntimeException",
              "failed(500, call.id());\n    } catch (RuntimeException"));

  /** Tests run in the folder of their module. */
  private static final Path ROOT = Path.of("..");

  private static Bug of(Edit... edits) {
    return new Bug(List.of(edits));
  }

  /** The program with these mistakes, whose classes go into the folder. */
  public static Program in(Program program, Path folder, List<Bug> bugs) {
    for (Bug bug : bugs) {
      bug.edits.forEach(edit -> edit.apply(folder));
    }
    compile(program, folder);
    return program.with(folder.resolve("classes"));
  }

  private static void compile(Program program, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var changed = Files.walk(folder)) {
      var sources = changed.filter(file -> file.toString().endsWith(".java")).toList();
      var options =
          List.of(
              "-cp", program.classPath(), "-proc:none", "-d", folder.resolve("classes").toString());
      var units = files.getJavaFileObjectsFromPaths(sources);
      if (!compiler.getTask(said, files, null, options, null, units).call()) {
        throw new IllegalStateException(said.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words of a file, and others in their place. */
  record Edit(String source, String right, String wrong) {
    /** To the copy in the folder; several may be in the same file. */
    void apply(Path folder) {
      Path changed = folder.resolve(source);
      try {
        String text = Files.readString(Files.exists(changed) ? changed : ROOT.resolve(source));
        if (!text.contains(right)) {
          throw new IllegalStateException("This does not stand in " + source + ": " + right);
        }
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, text.replace(right, wrong));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
