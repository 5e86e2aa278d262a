package com.astraof.oauth2.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A parser under fire: whatever bytes come, it reads or refuses them, in bounded time and memory.
 * In every build for half a second, with inputs that are changed by chance; by {@code build/fuzz}
 * for as long as one likes, guided by coverage.
 *
 * <p>Inputs that once went wrong are files in the resources, {@code fuzz/} and the test's name.
 * Each build reads them again.
 */
public abstract class FuzzTest {
  private static final Duration IN_A_BUILD = Duration.ofMillis(500);
  private static final String INPUT = "fuzz.input";

  /** Usual inputs, and evil ones, from which others are made. */
  protected abstract List<byte[]> seeds();

  /**
   * Reads the input and asks of what was read whatever must hold.
   *
   * @throws Exception only when something is wrong: the parser's own refusal is handled here
   */
  protected abstract void read(byte[] input) throws Exception;

  protected FuzzBounds bounds() {
    return FuzzBounds.USUAL;
  }

  @Test
  final void what_is_usual_and_what_once_went_wrong_is_read_or_refused() {
    String wanted = System.getProperty(INPUT);
    if (wanted != null) {
      hold(Base64.getDecoder().decode(wanted));
      return;
    }
    for (byte[] input : known()) {
      hold(input);
    }
  }

  @Test
  final void whatever_comes_is_read_or_refused_in_time() {
    List<byte[]> known = known();
    long start = System.nanoTime();
    Property.forAll(
        1,
        gen -> {
          var mutations = new Mutations(gen, known);
          while (System.nanoTime() - start < IN_A_BUILD.toNanos()) {
            hold(mutations.next());
          }
        });
  }

  /** The seeds, and the inputs that once went wrong. */
  final List<byte[]> known() {
    var known = new ArrayList<>(seeds());
    assertThat(known).as("seeds").isNotEmpty();
    URL folder = getClass().getResource("/fuzz/" + getClass().getSimpleName());
    if (folder == null) {
      return known;
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) {
        known.add(Files.readAllBytes(file));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The inputs in " + folder + " cannot be read", e);
    }
    return known;
  }

  final void hold(byte[] input) {
    try {
      bounds().hold(() -> read(input));
    } catch (Throwable broken) {
      String name = getClass().getSimpleName();
      String base64 = Base64.getEncoder().encodeToString(input);
      throw new AssertionError(
          "An input is neither read nor refused as it should be. Again: mvn verify -Dtest="
              + name
              + " -Dsurefire.failIfNoSpecifiedTests=false -D"
              + INPUT
              + "="
              + base64
              + "\n"
              + broken,
          broken);
    }
  }

  /** For parsers of text: one char for each byte, as the engine hands headers and queries over. */
  protected static String latin(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }

  /** For parsers of text that may hold any character. */
  protected static String utf8(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  protected static List<byte[]> texts(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
