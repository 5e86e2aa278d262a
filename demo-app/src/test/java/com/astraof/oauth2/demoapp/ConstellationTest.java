package com.astraof.oauth2.demoapp;

import static com.nimbusds.oauth2.sdk.util.URLUtils.parseParameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The other service, as Astral meets it. */
final class ConstellationTest extends DemoAppStory {
  private static final Pattern VEGA = Pattern.compile("id=\"VEGA\" href=\"([^\"]+)\"");

  private final CodeVerifier verifier = new CodeVerifier();

  private Map<String, String> request() {
    var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, verifier);
    var request = new HashMap<String, String>();
    request.put("response_type", "code");
    request.put("client_id", Constellation.CLIENT_ID);
    request.put("redirect_uri", LINK_CALLBACK.toString());
    request.put("state", "a&b");
    request.put("code_challenge", challenge.getValue());
    request.put("code_challenge_method", "S256");
    return request;
  }

  private HttpResponse<String> ask(Map<String, String> request) {
    return browser.open("/constellation/authorize?" + encode(request));
  }

  private String code() {
    var link = VEGA.matcher(ask(request()).body());
    assertThat(link.find()).isTrue();
    var back = URI.create(link.group(1).replace("&amp;", "&"));
    assertThat(back.toString()).startsWith(LINK_CALLBACK + "?");
    var answer = parseParameters(back.getRawQuery());
    assertThat(answer).containsEntry("state", List.of("a&b"));
    return String.join("", answer.getOrDefault("code", List.of()));
  }

  private HttpResponse<String> exchange(String code, Map<String, String> other)
      throws IOException, InterruptedException {
    var form = new HashMap<String, String>();
    form.put("client_id", Constellation.CLIENT_ID);
    form.put("client_secret", LINK_SECRET);
    form.put("redirect_uri", LINK_CALLBACK.toString());
    form.put("code", code);
    form.put("code_verifier", verifier.getValue());
    form.putAll(other);
    return send(
        HttpRequest.newBuilder(app.address().resolve("/constellation/token"))
            .POST(BodyPublishers.ofString(encode(form))));
  }

  private HttpResponse<String> profile(String token) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(app.address().resolve("/constellation/profile"))
            .header("Authorization", "Bearer " + token));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String encode(Map<String, String> fields) {
    var lists = new HashMap<String, List<String>>();
    fields.forEach((name, value) -> lists.put(name, List.of(value)));
    return URLUtils.serializeParameters(lists);
  }

  @Test
  void a_code_tells_once_who_somebody_is() throws Exception {
    var code = code();
    var token = exchange(code, Map.of()).body().replaceAll(".*access_token\":\"([^\"]+).*", "$1");

    assertThat(profile(token).body()).isEqualTo("{\"star\":{\"id\":\"vega\",\"name\":\"Vega\"}}");
    assertThat(profile(token).statusCode()).isEqualTo(401);
    assertThat(exchange(code, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void a_code_is_for_the_one_who_asked() throws Exception {
    var another = Map.of("code_verifier", new CodeVerifier().getValue());

    assertThat(exchange(code(), another).statusCode()).isEqualTo(400);
    assertThat(exchange(code(), Map.of("client_secret", "guessed")).statusCode()).isEqualTo(401);
    assertThat(exchange(code(), Map.of("redirect_uri", "http://x")).statusCode()).isEqualTo(400);
  }

  @Test
  void nobody_is_sent_to_an_address_that_is_not_registered() {
    var request = request();
    request.put("redirect_uri", "https://evil.example/");

    var page = ask(request);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).doesNotContain("evil.example");
  }
}
