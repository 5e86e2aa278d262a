package com.astraof.oauth2.demoapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class SturdinessTest extends DemoAppStory {
  @Test
  void a_server_that_is_down_gets_a_page_of_its_own() {
    var signedIn = browser.signIn();
    astral.close();

    for (var page :
        new HttpResponse<?>[] {browser.open("/"), browser.press("disconnect", signedIn)}) {
      assertThat(page.statusCode()).isEqualTo(502);
      assertThat(page.body().toString()).contains("Astral can&#39;t be reached");
    }
  }

  @Test
  void a_server_under_another_name_is_not_used() throws IOException {
    var mistaken =
        new DemoApp.Registration(
            URI.create(astral.issuer().toString().replace("localhost", "127.0.0.1")),
            "1",
            "secret");

    try (var other = DemoApp.start(0, mistaken, constellation);
        var visitor = new Browser(other.address())) {
      assertThat(visitor.signIn().body()).contains("The server calls itself " + astral.issuer());
    }
    assertThat(astral.asked).doesNotContain("GET /oauth2/authorize");
  }

  @Test
  void an_unknown_page_and_a_wrong_method_say_so() {
    assertThat(browser.open("/nowhere").statusCode()).isEqualTo(404);
    assertThat(browser.open("/refresh").statusCode()).isEqualTo(405);
    assertThat(browser.post("/", "").headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void every_answer_is_guarded() {
    for (var path : new String[] {"/", "/style.css", "/icon.svg", "/nowhere"}) {
      var headers = browser.open(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }
}
