package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.config.HostList;
import com.astraof.oauth2.server.config.RegistrationSettings;
import com.astraof.oauth2.server.config.TraceSettings;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.TrustedProxies;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.BrokenTable;
import com.astraof.oauth2.server.testing.Heard;
import com.astraof.oauth2.server.testing.Stranger;
import com.astraof.oauth2.server.testing.TestCollector;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the operator's collector learns of requests, and what it never does. */
final class TracesStoryTest {
  private static final String BEGUN = "0af7651916cd43dd8448eb211c80319c";
  private static final String BEGINNER = "b7ad6b7169203331";
  private static final Listener BEHIND_NO_PROXY = new Listener("localhost", 0, TrustedProxies.NONE);

  private final TestCollector collector = TestCollector.start();
  private final TestServer server = TestServer.with(settings -> settings.with(collector.traces()));

  @AfterEach
  void stop() {
    server.close();
    collector.close();
  }

  private static Map<String, String> begun(String flags) {
    return Map.of("traceparent", "00-" + BEGUN + "-" + BEGINNER + "-" + flags);
  }

  private static Answer asks(TestServer server, Map<String, String> headers) {
    return server.wire().get("/.well-known/jwks.json", headers).hasStatus(200);
  }

  private static Answer signsIn(TestServer server, TestUser user) {
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(user.email(), TestUser.PASSWORD);
    return server.wire().json("/api/v1/auth/login", body, Map.of());
  }

  @Test
  void a_request_is_one_span_that_says_what_the_conventions_say_and_no_more() {
    var app = server.app();
    var answer = app.exchange(server.user("ada").approves(app, "identify"));

    Span span = collector.of(answer).request();

    assertThat(span.getName()).isEqualTo("POST /api/v1/oauth2/token");
    assertThat(span.getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
    assertThat(TestCollector.said(span))
        .containsOnly(
            Map.entry("http.request.method", "POST"),
            Map.entry("http.route", "/api/v1/oauth2/token"),
            Map.entry("http.response.status_code", "200"),
            Map.entry("url.scheme", "https"),
            Map.entry("astral.request_id", answer.header("X-Request-Id").orElseThrow()));
  }

  @Test
  void below_a_request_stands_where_its_time_went() {
    var trace = collector.of(signsIn(server, server.user("ada")).hasStatus(200));

    assertThat(trace.delays()).contains("database read", "password hash", "database write");
    for (Span delay : trace.below()) {
      assertThat(delay.getTraceId()).isEqualTo(trace.request().getTraceId());
      assertThat(delay.getStartTimeUnixNano())
          .isGreaterThanOrEqualTo(trace.request().getStartTimeUnixNano());
      assertThat(delay.getEndTimeUnixNano())
          .isLessThanOrEqualTo(trace.request().getEndTimeUnixNano());
    }
  }

  @Test
  void what_fails_here_is_an_error_by_its_type_and_what_is_refused_is_none() {
    var ada = server.user("ada");
    var refused = collector.of(server.wire().get("/no-such-page").hasStatus(404)).request();
    assertThat(refused.getName()).isEqualTo("GET");
    assertThat(refused.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);

    try (var _ = new BrokenTable(server, "users")) {
      var trace = collector.of(signsIn(server, ada).hasStatus(503));

      assertThat(TestCollector.said(trace.request())).containsEntry("error.type", "503");
      assertThat(trace.request().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
      assertThat(trace.below())
          .anySatisfy(
              delay -> {
                assertThat(TestCollector.said(delay).get("error.type"))
                    .endsWith("StoreUnavailable");
                assertThat(delay.getStatus().getMessage()).isEmpty();
                assertThat(delay.getEventsCount()).isZero();
              });
    }
  }

  @Test
  void a_document_is_fetched_below_its_request_and_its_host_learns_nothing_of_the_trace() {
    var hosts = HostList.parse("").orElseThrow();
    var documents =
        new RegistrationSettings(
            RegistrationSettings.Mode.OFF, 5, Duration.ofDays(30), true, hosts);
    try (var stranger = Stranger.start();
        var beside =
            TestServer.beside(
                stranger, settings -> settings.with(documents).with(collector.traces()))) {
      var asking =
          Map.of(
              "client_id",
              stranger.at("/app").toString(),
              "redirect_uri",
              "https://app.example/callback",
              "response_type",
              "code",
              "scope",
              "identify");
      var answer = beside.user("ada").post("/api/v1/oauth2/authorize/consent", asking);

      assertThat(collector.of(answer).delays()).contains("document fetch");
      assertThat(stranger.requests()).hasSize(1);
      assertThat(stranger.requests().getFirst()).doesNotContainIgnoringCase("trace");
      assertThat(collector.bytes()).doesNotContain(Stranger.HOST);
    }
  }

  @Test
  void a_trace_that_a_trusted_proxy_has_begun_goes_on() {
    var trace = collector.of(asks(server, begun("01")));

    assertThat(trace.id()).isEqualTo(BEGUN);
    assertThat(trace.parent()).isEqualTo(BEGINNER);
  }

  @Test
  void what_a_trusted_proxy_does_not_sample_is_not_sent() {
    String first = asks(server, begun("00")).header("X-Request-Id").orElseThrow();
    var second = asks(server, begun("01"));

    assertThat(collector.of(second).id()).isEqualTo(BEGUN);
    assertThat(collector.bytes()).doesNotContain(first);
  }

  @Test
  @Attack("S-01")
  void a_stranger_joins_no_trace() {
    try (var open =
        TestServer.with(settings -> settings.with(BEHIND_NO_PROXY).with(collector.traces()))) {
      var trace = collector.of(asks(open, begun("01")));

      assertThat(trace.id()).isNotEqualTo(BEGUN);
      assertThat(trace.parent()).isEmpty();
    }
  }

  @Test
  @Attack("S-01")
  void a_stranger_does_not_have_a_request_traced_that_is_not_of_the_share() {
    try (var log = new Heard("astral.request")) {
      try (var open =
          TestServer.with(settings -> settings.with(BEHIND_NO_PROXY).with(collector.traces(0)))) {
        asks(open, begun("01"));
      }

      assertThat(log.lines()).hasSize(1).noneMatch(line -> line.contains("trace="));
      assertThat(collector.bytes()).isEmpty();
    }
  }

  @Test
  void the_line_in_the_log_names_the_trace() {
    try (var log = new Heard("astral.request")) {
      var trace = collector.of(asks(server, Map.of()));

      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("trace=\"" + trace.id() + "\"")
          .contains(TestCollector.said(trace.request()).get("astral.request_id"));
    }
  }

  @Test
  void nothing_is_traced_unless_the_operator_wants_it() {
    try (var quiet = TestServer.start();
        var log = new Heard("astral.request")) {
      asks(quiet, begun("01"));

      assertThat(log.lines()).singleElement().asString().doesNotContain("trace=");
    }
  }

  @Test
  @Attack("S-05")
  void no_secret_address_name_path_or_query_is_sent() {
    String code;
    Answer.Tokens tokens;
    try (var traced = TestServer.with(settings -> settings.with(collector.traces()))) {
      var ada = traced.user("ada");
      var app = traced.app();
      code = ada.approves(app, "identify email");
      tokens = app.exchange(code).granted();
      app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
      app.refresh(tokens.refresh()).granted();
      app.exchange(code).refusedWith("invalid_grant");
      traced.wire().get("/" + code + "?token=" + tokens.access()).hasStatus(404);
      traced.wire().send("STRANGE", "/login?email=" + ada.email(), "", Map.of());
      ada.get("/api/v1/users/" + ada.id());
      collector.of(signsIn(traced, ada));

      assertThat(collector.bytes())
          .contains("/api/v1/oauth2/token", "/api/v1/users/{id}", "_OTHER")
          .doesNotContain(code, tokens.access(), tokens.refresh(), app.secret(), app.id())
          .doesNotContain(ada.session(), ada.email(), ada.id(), TestUser.PASSWORD)
          .doesNotContain("STRANGE", "email", "127.0.0.1", "localhost");
    }
  }

  @Test
  void a_collector_that_takes_nothing_costs_nothing_and_is_told_of_once()
      throws InterruptedException {
    try (var log = new Heard("astral.traces")) {
      collector.status = 503;
      asks(server, Map.of());
      collector.awaitAnswer(503);
      asks(server, Map.of());
      collector.awaitAnswer(503);
      collector.status = 200;
      collector.of(asks(server, Map.of()));

      assertThat(log.lines(2)).hasSize(2);
      assertThat(log.lines().getFirst()).contains("traces-endpoint");
      assertThat(log.lines().getLast()).contains("again");
    }
  }

  @Test
  void a_collector_that_never_answers_delays_neither_a_request_nor_the_end_for_long()
      throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var address = URI.create("http://localhost:" + silent.getLocalPort() + "/v1/traces");
      var traces = new TraceSettings.To(address, 1);
      var waiting = TestServer.with(settings -> settings.with(traces));
      for (int i = 0; i < 100; i++) {
        asks(waiting, Map.of());
      }

      assertTimeout(Duration.ofSeconds(10), waiting::close);
    }
  }
}
