package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.RawWire;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Everything that is logged while everything that can go right or wrong does, at level DEBUG. */
final class NoSecretsInLogsTest {
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
  private final Level usual = root.getLevel();
  private final Appender<ILoggingEvent> console = root.getAppender("text");
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final AppenderBase<ILoggingEvent> listener =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
          for (var cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            lines.add(cause.getClassName() + " " + cause.getMessage());
          }
        }
      };

  private final List<String> secrets = new ArrayList<>();
  private String formToken = "";
  private final List<String> errors = new ArrayList<>();

  @BeforeEach
  void listen() {
    // As in production, where these never say more, whatever ASTRAL_LOG_LEVEL is.
    for (String library : List.of("io.helidon", "org.flywaydb", "com.zaxxer.hikari")) {
      ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.WARN);
    }
    listener.start();
    root.detachAppender(console);
    root.addAppender(listener);
    root.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    root.setLevel(usual);
    root.detachAppender(listener);
    root.addAppender(console);
  }

  @Test
  @Attack("S-05")
  void no_code_token_secret_password_or_session_is_logged_or_told_in_an_error() {
    var mail = new MailSettings.Shown();
    try (var server = TestServer.with(settings -> settings.with(mail))) {
      var ada = server.user("ada");
      var app = server.app();
      byMail(server, ada);
      secrets.addAll(List.of(TestUser.PASSWORD, ada.session(), app.secret(), app.botToken()));
      inApps(server, ada, app);
      inBrowsers(server, ada);
      withBots(server, app);
    }

    assertThat(lines).anyMatch(line -> line.contains("/api/v1/oauth2/token"));
    assertThat(lines).noneMatch(line -> line.contains(formToken));
    assertThat(secrets).hasSizeGreaterThan(9);
    for (String secret : secrets) {
      assertThat(lines).noneMatch(line -> line.contains(secret));
      assertThat(errors).noneMatch(error -> error.contains(secret));
    }
  }

  private void inApps(TestServer server, TestUser ada, TestApp app) {
    String code = ada.approves(app, "identify");
    var first = app.exchange(code).granted();
    var second = app.refresh(first.refresh()).granted();
    secrets.addAll(List.of(code, first.access(), first.refresh()));
    secrets.addAll(List.of(second.access(), second.refresh()));
    app.get("/api/v1/users/@me", second.access()).hasStatus(200);
    fails(app.exchange(code));
    fails(app.exchange(code, Map.of("client_secret", app.secret() + "x")));
    fails(app.refresh(first.refresh() + "x"));
    fails(app.refresh(second.refresh()));
    fails(app.get("/api/v1/users/@me", second.access()));
    fails(app.get("/api/v1/guilds/1", second.access()));
    fails(server.wire().get("/api/v1/oauth2/token?code=" + code));
    fails(
        server.wire().json("/api/v1/auth/login", "{\"password\":\"" + TestUser.PASSWORD, Map.of()));
    fails(server.wire().get("/" + code + "/" + second.refresh()));
    String broken = "GET /%zz" + code + " HTTP/1.1\r\n\r\n";
    errors.add(RawWire.untilClosed(server.astral().port(), broken));
  }

  private void inBrowsers(TestServer server, TestUser ada) {
    var browser = new TestBrowser(server);
    browser.signIn(ada, "/").redirect();
    secrets.addAll(browser.cookies().values());
    Answer page = browser.open("/settings/account");
    formToken = TestBrowser.hiddenFields(page).getOrDefault("form_token", "missing");
    var change = Map.of("current_password", TestUser.PASSWORD, "new_password", "short");
    fails(browser.submit(page, "/settings/account/password", change));
    fails(new TestBrowser(server).submit(page, "/login", Map.of("password", TestUser.PASSWORD)));
  }

  private void byMail(TestServer server, TestUser ada) {
    String asked = "{\"email\":\"" + ada.email() + "\"}";
    server.wire().json("/api/v1/auth/forgot", asked, Map.of()).hasStatus(204);
    server.astral().sendMail();
    String path = found("href=\"(/mailbox/[^\"]+)\"", server.wire().get("/mailbox"));
    String link = found("[?]link=([A-Za-z0-9_-]+)", server.wire().get(path));
    secrets.add(link);
    server.wire().get("/reset?link=" + link).hasStatus(200);
    fails(server.wire().get("/reset?link=" + link + "x"));
  }

  private static String found(String pattern, Answer page) {
    var matcher = Pattern.compile(pattern).matcher(page.hasStatus(200).body());
    assertThat(matcher.find()).as(page.toString()).isTrue();
    return matcher.group(1);
  }

  private void withBots(TestServer server, TestApp app) {
    app.bot().get("/api/v1/gateway/bot").hasStatus(200);
    var wrong = Map.of("Authorization", "Bearer " + app.botToken());
    fails(server.wire().get("/api/v1/gateway/bot", wrong));
  }

  private void fails(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(400);
    errors.add(answer.body());
  }
}
