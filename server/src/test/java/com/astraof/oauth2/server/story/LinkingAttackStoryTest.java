package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.server.connection.Provider.ClientAuth;
import com.astraof.oauth2.server.connection.Providers;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Linker;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestService;
import com.astraof.oauth2.server.testing.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever sends somebody to the callback links nothing to anybody, and the service is not asked.
 */
final class LinkingAttackStoryTest {
  private final TestService service = new TestService();
  private final TestServer server =
      TestServer.with(
          settings ->
              settings.with(
                  new Providers(
                      List.of(
                          service.as("stars", "Stars", ClientAuth.FORM),
                          service.as("moons", "Moons", ClientAuth.FORM)))));
  private final TestUser ada = server.user("ada");
  private final Linker browser = Linker.of(server, ada);

  @AfterEach
  void stop() {
    server.close();
    service.close();
  }

  private static Map<String, String> answer(String state) {
    return Map.of("code", "c", "state", state);
  }

  private void isRefused(Answer answer) {
    int asked = service.asked.size();
    assertThat(browser.browser().follow(answer).body()).contains("this was not begun here");
    assertThat(service.asked).hasSize(asked);
  }

  @Test
  @Attack("U-01")
  @Rfc(value = 6749, section = "10.12")
  void an_answer_without_a_state_of_ours_is_not_used() {
    browser.setsOutTo("stars");

    isRefused(browser.comesBackFrom("stars", answer("guessed")));
    isRefused(browser.comesBackFrom("stars", Map.of("code", "c")));
    isRefused(browser.comesBackFrom("stars", Map.of("error", "access_denied")));
    assertThat(browser.page()).contains("No account is linked");
  }

  @Test
  @Attack("U-01")
  @Rfc(value = 6749, section = "10.12")
  void what_somebody_else_began_cannot_be_finished_here() {
    String evesState = Linker.of(server, server.user("eve")).setsOutTo("stars").required("state");

    isRefused(browser.comesBackFrom("stars", answer(evesState)));
    assertThat(browser.page()).contains("No account is linked");
  }

  @Test
  @Attack("U-01")
  void the_same_persons_other_session_cannot_finish_it_either() {
    String state = Linker.of(server, ada).setsOutTo("stars").required("state");

    isRefused(browser.comesBackFrom("stars", answer(state)));
  }

  @Test
  @Attack("U-01")
  @Rfc(value = 9700, section = "4.7.1")
  void an_answer_counts_once() {
    var answer = answer(browser.setsOutTo("stars").required("state"));
    browser.comesBackFrom("stars", answer);

    isRefused(browser.comesBackFrom("stars", answer));
  }

  @Test
  @Rfc(value = 9700, section = "4.4.2.2")
  void the_answer_of_one_service_does_not_pass_for_anothers() {
    String state = browser.setsOutTo("stars").required("state");

    isRefused(browser.comesBackFrom("moons", answer(state)));
    assertThat(browser.comesBackFrom("suns", answer(state)).redirect().toString())
        .contains("not_linked=unknown");
    browser.comesBackFrom("stars", answer(state));
    assertThat(browser.page()).contains("Vega");
  }

  @Test
  void an_answer_is_good_for_ten_minutes() {
    String state = browser.setsOutTo("stars").required("state");
    server.clock().advance(Duration.ofMinutes(10));

    isRefused(browser.comesBackFrom("stars", answer(state)));
  }

  @Test
  @Attack("U-06")
  void whoever_is_signed_out_meanwhile_signs_in_and_begins_again() {
    String state = browser.setsOutTo("stars").required("state");
    browser.browser().submitOn(Linker.PAGE, "/logout", Map.of("return_to", "/"));

    var answer = browser.comesBackFrom("stars", answer(state));

    assertThat(answer.redirect().getPath()).isEqualTo("/login");
    browser.browser().signIn(ada, "/");
    isRefused(browser.comesBackFrom("stars", answer(state)));
  }

  @Test
  void a_parameter_that_comes_twice_spoils_the_answer() {
    String state = browser.setsOutTo("stars").required("state");
    String callback = Linker.PAGE + "/callback/stars?code=c&code=d&state=" + state;

    browser.browser().open(callback).hasStatus(400);
    assertThat(service.asked).isEmpty();
  }

  @Test
  void a_service_that_is_not_named_cannot_be_set_out_to() {
    var answer =
        browser.browser().submitOn(Linker.PAGE, Linker.PAGE + "/link", Map.of("type", "suns"));

    assertThat(browser.browser().follow(answer).body())
        .contains("accounts of this service can’t be linked here");
  }

  @Test
  void what_went_wrong_is_said_in_our_words_alone() {
    String page = Linker.PAGE + "?not_linked=away&service=%3Cb%3Eevil";

    assertThat(browser.browser().open(page).body()).contains("the service</bdi> can’t be reached");
    assertThat(browser.browser().open(Linker.PAGE + "?not_linked=evil").body())
        .doesNotContain("evil");
  }
}
