package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('a, button, select, summary, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), .choice')]
        .filter(target => target.checkVisibility({visibilityProperty: true}) && target.getBoundingClientRect().height < 44)
        .map(target => target.outerHTML)
      """;
  private static final String OPEN_ALL =
      "() => document.querySelectorAll('details').forEach(part => part.open = true)";
  private static final String OVERHANGING =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final Map<String, String> english = Variants.rendered();
  private final Chromium chromium = Chromium.launch();

  @AfterAll
  void close() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 320, ENGLISH",
    "DARK, 1280, ENGLISH",
    "DARK, 320, RUSSIAN",
    "LIGHT, 1280, RUSSIAN",
    "LIGHT, 320, LONG"
  })
  void every_page_can_be_used_by_everyone(ColorScheme scheme, int width, Speech speech) {
    Map<String, String> pages = Variants.rendered(speech.words());
    var options =
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setViewportSize(width, 800);
    try (var context = chromium.browser().newContext(options)) {
      context.route(Pattern.compile(".*"), route -> serve(pages, route));
      Page page = context.newPage();
      for (String name : pages.keySet()) {
        page.navigate(SITE + name);
        page.evaluate(OPEN_ALL);

        assertThat(page.evaluate(OVERHANGING)).as(name + " hangs over the edge").isEqualTo(0);
        assertThat((List<?>) page.evaluate(TOO_SMALL)).as(name + " has small targets").isEmpty();
        if (speech != Speech.LONG) {
          assertThat(Chromium.accessibilityProblems(page)).as(name).isEmpty();
        }
      }
    }
  }

  @Test
  void the_settings_menu_opens_on_a_phone_without_scripts() {
    var options =
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 640);
    try (var context = chromium.browser().newContext(options)) {
      context.route(Pattern.compile(".*"), route -> serve(english, route));
      Page page = context.newPage();
      page.navigate(SITE + "settings-sessions");
      var away = page.getByText("Security activity");

      assertThat(away.isVisible()).isFalse();
      page.getByText("Menu").click();

      assertThat(away.isVisible()).isTrue();
      assertThat(page.getByText("Sign out").isVisible()).isTrue();
    }
  }

  @Test
  void removing_an_app_is_asked_once_more_without_scripts() {
    var options = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (var context = chromium.browser().newContext(options)) {
      context.route(Pattern.compile(".*"), route -> serve(english, route));
      Page page = context.newPage();
      page.navigate(SITE + "settings-authorized-apps");
      var yes = page.getByText("Yes, remove its access").first();

      assertThat(yes.isVisible()).isFalse();
      page.getByText("Remove access").first().click();

      assertThat(yes.isVisible()).isTrue();
    }
  }

  private static void serve(Map<String, String> pages, Route route) {
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

  /** What the pages are written in. */
  enum Speech {
    ENGLISH,
    RUSSIAN,
    /** As some languages are: 40% longer than English. */
    LONG;

    Words words() {
      return switch (this) {
        case ENGLISH -> Words.in(Locale.ENGLISH);
        case RUSSIAN -> Words.in(Locale.of("ru"));
        case LONG -> new Words(Locale.ENGLISH, new LongWords());
      };
    }
  }
}
