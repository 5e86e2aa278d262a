package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in a real browser, under the policy that it is served with: WCAG 2.2 AA and small
 * screens.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {
  private static final String SITE = "http://astral.test/";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('a, button, input:not([type=hidden]):not([type=checkbox]), .choice')]
        .filter(target => target.getBoundingClientRect().height < 44)
        .map(target => target.outerHTML)
      """;
  private static final String OVERHANGING =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Map<String, String> pages = Variants.rendered();
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = launch();

  @AfterAll
  void close() {
    browser.close();
    playwright.close();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 320", "DARK, 1280"})
  void every_page_can_be_used_by_everyone(ColorScheme scheme, int width) {
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(width, 800);
    try (var context = browser.newContext(options)) {
      context.route(Pattern.compile(".*"), this::serve);
      Page page = context.newPage();
      for (String name : pages.keySet()) {
        page.navigate(SITE + name);

        assertThat(page.evaluate(OVERHANGING)).as(name + " hangs over the edge").isEqualTo(0);
        assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name + " has small targets").isEmpty();
        assertThat(problems(page)).as(name).isEmpty();
      }
    }
  }

  private static List<String> problems(Page page) {
    return new AxeBuilder(page)
            .setLegacyMode(true) // One frame: no second page is needed to gather results.
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getHelp()
                        + " "
                        + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private void serve(Route route) {
    String path = route.request().url().substring(SITE.length() - 1);
    for (Assets.Asset asset : Assets.all()) {
      if (asset.path().equals(path)) {
        route.fulfill(
            new Route.FulfillOptions().setContentType(asset.contentType()).setBody(asset.body()));
        return;
      }
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/html; charset=utf-8")
            .setHeaders(
                Map.of(
                    "Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", POLICY))
            .setBody(pages.getOrDefault(path.substring(1), "")));
  }

  private Browser launch() {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setArgs(List.of("--no-sandbox", "--disable-quic")));
  }

  /** The first Chromium on the path: none is downloaded. */
  private static Path chromium() {
    for (String folder : System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return file;
        }
      }
    }
    throw new IllegalStateException("Install Chromium: there is none on the path");
  }
}
