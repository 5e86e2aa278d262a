package com.astraof.oauth2.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.MailLinks;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.core.testing.Together;
import com.astraof.oauth2.server.config.MailSettings.Login;
import com.astraof.oauth2.server.config.MailSettings.Smtp;
import com.astraof.oauth2.server.config.MailSettings.Tls;
import com.astraof.oauth2.server.testing.TestCertificate;
import com.astraof.oauth2.server.testing.TestPost;
import com.astraof.oauth2.server.view.Views;
import com.astraof.oauth2.storage.Patience;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.testing.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emptying the queue through SMTP servers that are well, slow, away, or say no. */
final class PostmanTest {
  private static final UserId ADA = new UserId(1);
  private static final String ADDRESS = "ada@example.org";

  private final TestClock clock = new TestClock();
  private final SeededEntropy entropy = new SeededEntropy(1);
  private final MasterKeys masters = MasterKeys.of(MasterKey.generate(entropy));

  @TempDir private Path folder;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = storage();
    var user =
        User.person(
            ADA, new Tag(new Username("ada"), 1), null, new Email(ADDRESS, true), clock.instant());
    var act = new Act(new Who.Person(ADA), Place.TERMINAL, clock.instant());
    var event = AuditEvent.account(Event.REGISTERED, ADA, act);
    storage.users().add(user, new PasswordHash("$argon2id$"), event);
  }

  private Storage storage() {
    return Storage.open(TestEngine.configured().address(folder), Patience.NONE);
  }

  @AfterEach
  void closeAndForget() {
    storage.close();
    TestEngine.configured().forget(folder);
  }

  private Postman through(Storage on, Smtp smtp) {
    return through(on, smtp, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private Postman through(Storage on, Smtp smtp, SSLSocketFactory authorities) {
    var links = new MailLinks(masters, entropy);
    var writer =
        new Writer("https://astral.example", on.users(), on.applications(), links, new Views());
    var carrier = new SmtpCarrier(smtp, "astral.example", authorities);
    return new Postman(on.mails(), writer, carrier, clock);
  }

  private void queue() {
    storage.mails().add(new Mail.Reset(ADDRESS, clock.instant()));
  }

  private int waiting() {
    return storage.mails().due(clock.instant().plus(Duration.ofDays(9)), 1_000).size();
  }

  @Test
  void a_mail_waits_while_the_server_is_away_and_survives_a_restart_of_ours() {
    int port;
    try (var post = TestPost.start()) {
      port = post.port();
    }
    queue();
    through(storage, TestPost.through(port)).goRound();
    storage.close();
    storage = storage();
    assertThat(waiting()).isEqualTo(1);

    try (var post = TestPost.on(port)) {
      Postman postman = through(storage, post.settings());
      postman.goRound();
      assertThat(post.letters()).as("it was tried a moment ago").isEmpty();

      clock.advance(Duration.ofSeconds(30));
      postman.goRound();
      postman.goRound();

      assertThat(post.letters()).hasSize(1);
      assertThat(waiting()).isZero();
    }
  }

  @Test
  void not_now_is_tried_again_after_pauses_that_grow_and_no_means_no() {
    try (var smtp = new ScriptedSmtp()) {
      Postman postman = through(storage, TestPost.through(smtp.port()));
      queue();
      smtp.answerNext("451 4.7.1 Greylisted, come back");
      smtp.answerNext("450 4.2.0 Still not");

      postman.goRound();
      clock.advance(Duration.ofSeconds(30));
      postman.goRound();
      clock.advance(Duration.ofSeconds(59));
      postman.goRound();
      assertThat(smtp.delivered()).isZero();
      clock.advance(Duration.ofSeconds(1));
      postman.goRound();
      assertThat(smtp.delivered()).isEqualTo(1);

      queue();
      smtp.answerNext("550 5.1.1 <ada@example.org>: no such user");
      postman.goRound();
      clock.advance(Duration.ofDays(1));
      postman.goRound();

      assertThat(smtp.delivered()).isEqualTo(1);
      assertThat(waiting()).isZero();
    }
  }

  @Test
  void after_two_days_nobody_waits_any_more() {
    try (var smtp = new ScriptedSmtp()) {
      Postman postman = through(storage, TestPost.through(smtp.port()));
      queue();
      int tries = 0;
      Instant end = clock.instant().plus(Duration.ofDays(3));
      while (clock.instant().isBefore(end)) {
        smtp.answerNext("451 4.3.0 Not now");
        postman.goRound();
        tries++;
        clock.advance(Duration.ofMinutes(30));
      }

      long asked = smtp.said().stream().filter(line -> line.startsWith("RCPT")).count();
      assertThat(waiting()).isZero();
      assertThat(asked).isBetween(20L, 40L).isLessThan(tries);
      assertThat(smtp.delivered()).isZero();
    }
  }

  @Test
  void of_many_nodes_one_sends_each_mail() throws Exception {
    try (var post = TestPost.start();
        var other = storage()) {
      for (int i = 0; i < 30; i++) {
        queue();
        clock.advance(Duration.ofMillis(1));
      }
      var nodes =
          List.of(through(storage, post.settings()), through(other, post.settings())).iterator();

      Together.times(
          2,
          () -> {
            Postman mine;
            synchronized (nodes) {
              mine = nodes.next();
            }
            mine.goRound();
            return true;
          });

      assertThat(post.letters()).hasSize(30);
      assertThat(post.letters())
          .extracting(one -> one.header("Message-ID"))
          .doesNotHaveDuplicates();
      assertThat(waiting()).isZero();
    }
  }

  @Test
  void a_node_that_died_while_sending_leaves_the_mail_to_another_when_its_lease_is_over() {
    try (var post = TestPost.start()) {
      queue();
      var found = storage.mails().due(clock.instant(), 1).getFirst();
      var dead = storage.mails().claim(found, clock.instant().plus(Duration.ofMinutes(5)));
      Postman postman = through(storage, post.settings());

      postman.goRound();
      assertThat(post.letters()).isEmpty();
      clock.advance(Duration.ofMinutes(5));
      postman.goRound();

      assertThat(post.letters()).hasSize(1);
      storage.mails().postpone(dead.orElseThrow(), clock.instant());
      assertThat(waiting()).isZero();
    }
  }

  @Test
  void a_server_that_does_not_encrypt_gets_nothing_when_it_has_to() {
    try (var smtp = new ScriptedSmtp()) {
      var settings =
          new Smtp(
              "localhost",
              smtp.port(),
              new Login("astral", new Secret("smtp password")),
              Tls.STARTTLS,
              TestPost.FROM);
      queue();

      through(storage, settings).goRound();

      assertThat(smtp.said()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
      assertThat(waiting()).isEqualTo(1);
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_gets_nothing() {
    var certificate = TestCertificate.make("-keyalg", "EC", "-groupname", "secp256r1");
    try (var smtp = new ScriptedSmtp(certificate)) {
      queue();
      var settings = new Smtp("localhost", smtp.port(), null, Tls.IMPLICIT, TestPost.FROM);

      through(storage, settings).goRound();
      assertThat(smtp.said()).isEmpty();

      clock.advance(Duration.ofMinutes(1));
      var trusting = TestCertificate.trusting(certificate).getSocketFactory();
      through(storage, settings, trusting).goRound();
      assertThat(smtp.delivered()).isEqualTo(1);
    }
  }

  @Test
  @Attack("U-10")
  void a_message_says_who_wrote_it_and_that_a_machine_did() {
    try (var post = TestPost.start()) {
      queue();
      through(storage, post.settings()).goRound();

      var letter = post.letters().getFirst();
      assertThat(letter.header("From")).isEqualTo("Astral <no-reply@astral.example>");
      assertThat(letter.header("To")).isEqualTo(ADDRESS);
      assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
      assertThat(letter.header("Message-ID")).matches("<[A-Za-z0-9_-]{24}@astral\\.example>");
      assertThat(letter.header("Date"))
          .isEqualTo(
              DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                  .withZone(ZoneOffset.UTC)
                  .format(clock.instant()));
      assertThat(letter.text()).contains("\nhttps://astral.example/reset?link=");
    }
  }
}
