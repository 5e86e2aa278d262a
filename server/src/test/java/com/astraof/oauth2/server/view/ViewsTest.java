package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.protocol.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewsTest {
  /** Ours, an app's own pages, and what is handed to an authenticator app or saved as a file. */
  private static final String ADDRESS =
      "/(?!/).*|/|#[a-z]+|https://radio\\.example.*|otpauth://totp/Astral:.*|data:text/plain;.*";

  private static final Map<String, String> PAGES = Variants.rendered();
  private static final Pattern TURNING_OR_INVISIBLE =
      Pattern.compile("[\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  static List<String> pages() {
    return List.copyOf(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_has_one_heading_and_says_what_language_it_is_in(String name) {
    String html = page(name);

    assertThat(all(html, "<h1[ >]")).hasSize(1);
    assertThat(html).startsWith("<!doctype html>\n<html lang=\"en\" data-theme=\"");
    assertThat(html).contains("<meta name=\"robots\" content=\"noindex\">");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_lives_under_a_policy_without_inline_styles_and_scripts(String name) {
    String html = page(name);

    for (String script :
        List.of(Assets.script(), Assets.applicationsScript(), Assets.passkeysScript())) {
      html = html.replace("<script src=\"" + script + "\" defer></script>", "");
    }
    assertThat(all(html, "(?i)<script|<style|<[^>]*\\s(style|on[a-z]+)=")).isEmpty();
    assertThat(all(html, "(?:href|src|action)=\"([^\"]*)\""))
        .allMatch(address -> address.matches(ADDRESS));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_link_to_an_app_opens_beside_the_page_and_tells_it_nothing(String name) {
    for (String link : all(page(name), "<a [^>]*href=\"https:[^>]*>")) {
      assertThat(link).contains("target=\"_blank\" rel=\"noreferrer noopener nofollow\"");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_form_that_changes_something_posts_the_token_that_its_page_was_given(String name) {
    String html = page(name);

    for (String form : all(html, "(?s)<form(.*?)</form>")) {
      if (form.contains("method=\"get\"")) {
        assertThat(form).as("what would stand in an address").doesNotContain("form-token");
        continue;
      }
      assertThat(form).contains("method=\"post\"");
      if (form.contains("data-sends-itself")) {
        assertThat(form).as("what an app would be told").doesNotContain("form-token");
        continue;
      }
      assertThat(form).contains("<input type=\"hidden\" name=\"form_token\" value=\"form-token\">");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void what_refers_to_an_element_finds_it(String name) {
    String html = page(name);

    List<String> ids = all(html, "\\sid=\"([^\"]*)\"");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .containsAll(
            all(
                html,
                "\\s(?:for|aria-describedby|aria-labelledby|popovertarget|data-copy)=\"([^\"]*)\""));
    assertThat(ids).containsAll(all(html, "href=\"#([^\"]*)\""));
    assertThat(all(html, "\\sfor=\"([^\"]*)\""))
        .containsAll(all(html, "<(?:input|textarea|select) id=\"([^\"]*)\""));
  }

  @Test
  void the_system_decides_on_colours_unless_someone_did() {
    assertThat(page("home-signed-in"))
        .contains("data-theme=\"system\"", "name=\"color-scheme\" content=\"light dark\"")
        .contains("media=\"(prefers-color-scheme: light)\" content=\"#f2f3f8\"")
        .contains("media=\"(prefers-color-scheme: dark)\" content=\"#0a0c13\"");
    assertThat(page("home-light"))
        .contains("data-theme=\"light\"", "name=\"color-scheme\" content=\"light\"")
        .contains("<meta name=\"theme-color\" content=\"#f2f3f8\">")
        .doesNotContain("prefers-color-scheme", "#0a0c13");
    assertThat(page("home-dark"))
        .contains("data-theme=\"dark\"", "name=\"color-scheme\" content=\"dark\"")
        .contains("<meta name=\"theme-color\" content=\"#0a0c13\">")
        .doesNotContain("prefers-color-scheme", "#f2f3f8");
  }

  @Test
  void hostile_names_can_neither_turn_nor_hide_what_stands_around_them() {
    assertThat(page("consent-hostile")).doesNotContainPattern(TURNING_OR_INVISIBLE);
    assertThat(page("consent-hostile"))
        .contains("&lt;script&gt;")
        .doesNotContain("\u0301".repeat(4));
    assertThat(page("consent")).contains("<h1><bdi>Midnight Radio</bdi> wants access");
    assertThat(page("consent")).contains("<bdi>app.example:8081</bdi>");
  }

  @Test
  void a_name_of_invisible_characters_is_still_something_to_see() {
    var person = new Person("\u200B\u202E", "ada#0001");

    assertThat(person.displayName()).isEqualTo("?");
    assertThat(person.initial()).isEqualTo("?");
  }

  @Test
  void the_initial_is_a_whole_character_in_upper_case() {
    assertThat(new Person("ada", "ada#0001").initial()).isEqualTo("A");
    assertThat(new Person("𝒜da", "ada#0001").initial()).isEqualTo("𝒜");
  }

  @Test
  void signing_in_sends_what_the_server_reads() {
    String html = page("sign-in-refused");

    assertThat(html).contains("action=\"/login\"").contains("id=\"submit\"");
    assertThat(all(html, "\\sname=\"([a-z_]+)\" (?:type|value)"))
        .containsExactly(
            "form_token", "return_to", "email", "password", "form_token", "return_to", "passkey");
    assertThat(html)
        .contains("value=\"ada@example.org\"")
        .contains("id=\"problem\" role=\"alert\"");
    assertThat(html)
        .contains("/register?return_to=%2Foauth2%2Fauthorize%3Fclient_id%3D1%26state%3Da%2526b");
  }

  @Test
  void registering_sends_what_the_server_reads() {
    String html = page("register-refused");

    assertThat(html).contains("action=\"/register\"").contains("id=\"submit\"");
    assertThat(all(html, "\\sname=\"([a-z_]+)\" (?:type|value)"))
        .containsExactly(
            "form_token",
            "return_to",
            "email",
            "password",
            "display_name",
            "username",
            "date_of_birth",
            "consent");
    assertThat(html).contains("aria-describedby=\"email-problem\"").contains("/login?return_to=");
  }

  @Test
  void a_problem_with_no_field_of_the_form_is_told_above_it() {
    assertThat(page("register-busy"))
        .containsPattern("(?s)role=\"alert\".*Try again in a few seconds");
    assertThat(page("register")).doesNotContain("role=\"alert\"");
  }

  @Test
  void deciding_sends_what_the_server_reads() {
    String html = page("consent");

    assertThat(html).contains("action=\"/oauth2/authorize/decision\"");
    assertThat(html).contains("<input type=\"hidden\" name=\"ticket\" value=\"ticket\">");
    assertThat(html).contains("name=\"decision\" value=\"approve\" id=\"approve\"");
    assertThat(html).contains("name=\"decision\" value=\"deny\" id=\"deny\"");
    assertThat(html)
        .contains("name=\"return_to\" value=\"/oauth2/authorize?client_id=1&amp;state=a%26b\"");
  }

  @Test
  void what_was_allowed_before_stands_apart_from_what_is_new() {
    String html = page("consent-more");

    assertThat(html.indexOf("Read messages")).isLessThan(html.indexOf("You already let it"));
    assertThat(html.indexOf("See your username")).isGreaterThan(html.indexOf("You already let it"));
    assertThat(page("consent")).doesNotContain("You already let it");
  }

  @Test
  void consent_is_asked_for_without_a_word_that_only_developers_know() {
    String text = page("consent-everything").replaceAll("<[^>]*>", " ");

    for (Scope scope : Scope.values()) {
      if (scope.wire().contains(".") || scope == Scope.IDENTIFY) {
        assertThat(text).doesNotContain(scope.wire());
      }
    }
    assertThat(text.toLowerCase(Locale.ROOT))
        .doesNotContain("oauth")
        .doesNotContain("scope")
        .doesNotContain("token")
        .doesNotContain("redirect");
  }

  private static String page(String name) {
    return PAGES.getOrDefault(name, "");
  }

  /** Every match: its group if the pattern has one. */
  private static List<String> all(String html, String pattern) {
    return Pattern.compile(pattern)
        .matcher(html)
        .results()
        .map((MatchResult found) -> found.groupCount() == 0 ? found.group() : found.group(1))
        .toList();
  }
}
