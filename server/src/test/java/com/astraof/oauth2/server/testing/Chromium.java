package com.astraof.oauth2.server.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium: the machine's own, or the one that CHROMIUM_PATH names. None is downloaded. */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final String VIOLATIONS =
      """
      async () => {
        const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
        return found.violations.map(rule => `${rule.id}: ${rule.help} ${rule.nodes[0].html}`);
      }
      """;

  private static final String MISSING =
      "They need Chromium: apt-get install chromium, or set CHROMIUM_PATH to one.";
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-quic")));
  }

  /** Skips the test where there is none, and says once what to do. */
  public static Chromium launch() {
    Optional<Path> found = find();
    if (found.isEmpty() && TOLD.compareAndSet(false, true)) {
      System.err.println("SKIPPED: the browser tests. " + MISSING);
    }
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    return new Chromium(found.orElseThrow());
  }

  public Browser browser() {
    return browser;
  }

  /**
   * What axe-core finds against WCAG 2.2 AA and good practice; the page's own policy is not in its
   * way.
   */
  public static List<?> accessibilityProblems(Page page) {
    page.waitForLoadState();
    page.evaluate(axe());
    return (List<?>) page.evaluate(VIOLATIONS);
  }

  private static String axe() {
    try (var script = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find() {
    String named = System.getenv("CHROMIUM_PATH");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv("PATH"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
