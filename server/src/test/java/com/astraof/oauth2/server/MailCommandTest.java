package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestPost;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code astral mail test}, as an operator meets it. */
final class MailCommandTest {
  private static ServerProcess.Run test(String recipient, Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("ASTRAL_ISSUER", "https://astral.example");
    return ServerProcess.run(all, "mail", "test", recipient);
  }

  private static Map<String, String> through(int port) {
    return Map.of(
        "ASTRAL_SMTP_HOST",
        "127.0.0.1",
        "ASTRAL_SMTP_PORT",
        Integer.toString(port),
        "ASTRAL_SMTP_TLS",
        "none",
        "ASTRAL_MAIL_FROM",
        TestPost.FROM);
  }

  @Test
  void one_mail_arrives() {
    try (var post = TestPost.start()) {
      var run = test("ops@example.org", through(post.port()));

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("took the mail");
      assertThat(post.letters()).singleElement().matches(one -> one.subject().equals("Mail works"));
    }
  }

  @Test
  void a_program_learns_that_it_was_taken() {
    try (var post = TestPost.start()) {
      var environment = new HashMap<>(through(post.port()));
      environment.put("ASTRAL_ISSUER", "https://astral.example");
      var run = ServerProcess.run(environment, "mail", "test", "ops@example.org", "--json");

      assertThat(run.out())
          .isEqualToIgnoringNewLines("{\"to\":\"ops@example.org\",\"taken\":true}");
    }
  }

  @Test
  void what_is_in_its_way_is_said() {
    int nobody;
    try (var post = TestPost.start()) {
      nobody = post.port();
    }

    assertThat(test("ops@example.org", Map.of()).err()).contains("ASTRAL_SMTP_HOST");
    assertThat(test("ops", Map.of()).err()).contains("e-mail address");
    assertThat(test("ops@example.org", through(nobody)).err())
        .contains("The SMTP server cannot be used")
        .doesNotContain("ops@");
  }
}
