package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.UserStore.Adding;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.mail.EmailStore;
import com.astraof.oauth2.core.mail.EmailStore.Changing;
import com.astraof.oauth2.core.mail.EmailStore.NewPassword;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.MailLink;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the links in mails do to accounts. */
abstract class EmailStoreContract extends StoreContract {
  private static final PasswordHash PASSWORD = new PasswordHash("$argon2id$old");
  private static final NewPassword FRESH =
      new NewPassword(new PasswordHash("$argon2id$new"), false);
  private static final Instant WEEK = NOON.plus(Duration.ofDays(7));

  @BeforeEach
  void addAda() {
    add(person(1, "ada", "ada@example.org"));
  }

  private static User person(long id, String name, String email) {
    User user = Fixtures.person(id, name, 7, email);
    var unproved = new Email(email, false);
    return new User(user.id(), user.tag(), user.profile(), unproved, false, user.history());
  }

  private Adding add(User user) {
    return storage().users().add(user, PASSWORD, event(Event.REGISTERED));
  }

  private EmailStore emails() {
    return storage().emails();
  }

  private Login read() {
    return storage().users().findLogin(ADA).orElseThrow();
  }

  private static MailLink link(String name) {
    var claim = new MailLink.Claim.WayBack(NOON);
    return new MailLink(ADA, SecretHash.of(new Secret(name)), WEEK, claim);
  }

  private boolean isVerified() {
    Email email = read().user().email();
    return email != null && email.verified();
  }

  private Changing change(String link, String address, Instant at) {
    return emails().change(read(), link(link), address, at.plus(Duration.ofDays(7)), ada(at));
  }

  @Test
  void a_link_verifies_once_and_only_the_account_that_was_read() {
    Login before = read();

    assertThat(emails().verify(before, link("one"), ada(NOON))).isTrue();
    assertThat(isVerified()).isTrue();
    assertThat(emails().verify(before, link("one"), ada(NOON))).isFalse();

    emails().reset(read(), link("two"), FRESH, ada(NOON));
    assertThat(emails().verify(before, link("three"), ada(NOON))).isFalse();
  }

  @Test
  void of_many_at_once_one_uses_a_link() {
    Login before = read();
    var won = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(
            () -> {
              if (emails().reset(before, link("one"), FRESH, ada(NOON)).isPresent()) {
                won.incrementAndGet();
              }
            });
      }
    }
    assertThat(won).hasValue(1);
  }

  @Test
  void a_reset_proves_the_address_and_ends_all_sessions() {
    storage()
        .sessions()
        .open(SecretHash.of(new Secret("a")), ADA, SignInMethod.BY_PASSWORD, ada(NOON));

    assertThat(emails().reset(read(), link("one"), FRESH, ada(NOON))).isPresent();

    assertThat(isVerified()).isTrue();
    assertThat(storage().sessions().of(ADA)).isEmpty();
    assertThat(read().password()).isEqualTo(FRESH.hash());
    assertThat(read().user().history().passwordChangedAt()).isEqualTo(NOON);
  }

  @Test
  void an_address_that_somebody_has_cannot_be_had_and_the_link_stays_good() {
    add(person(2, "grace", "grace@example.org"));

    assertThat(change("one", "GRACE@example.org", NOON)).isEqualTo(Changing.TAKEN);
    assertThat(change("one", "ada@elsewhere.example", NOON)).isEqualTo(Changing.CHANGED);
    assertThat(change("one", "ada@third.example", NOON)).isEqualTo(Changing.DEAD);
  }

  @Test
  void only_a_proved_address_is_told_and_kept_for_its_owner() {
    change("one", "ada@first.example", NOON);
    assertThat(storage().mails().due(NOON, 9)).isEmpty();
    assertThat(add(person(2, "grace", "ada@example.org"))).isEqualTo(Adding.ADDED);

    Instant later = NOON.plusSeconds(1);
    change("two", "ada@second.example", later);

    assertThat(storage().mails().due(later, 9))
        .extracting(queued -> queued.mail())
        .containsExactly(new Mail.Changed(ADA, "ada@first.example", later));
    assertThat(add(person(3, "eve", "Ada@First.example"))).isEqualTo(Adding.EMAIL_TAKEN);
    assertThat(emails().isOpen(ADA, later, later)).isTrue();
    assertThat(emails().isOpen(ADA, NOON, later)).isFalse();
    assertThat(emails().isOpen(new UserId(2), later, later)).isFalse();
  }

  @Test
  void going_back_closes_this_way_and_later_ones_but_none_before() {
    emails().verify(read(), link("verify"), ada(NOON));
    Instant second = NOON.plusSeconds(60);
    Instant third = NOON.plusSeconds(120);
    change("one", "ada@first.example", NOON);
    change("two", "ada@second.example", second);
    change("three", "ada@third.example", third);

    assertThat(emails().goBack(ADA, second, FRESH, ada(third))).isPresent();

    assertThat(read().address()).isEqualTo("ada@first.example");
    assertThat(emails().goBack(ADA, second, FRESH, ada(third))).isEmpty();
    assertThat(emails().goBack(ADA, third, FRESH, ada(third))).isEmpty();
    assertThat(emails().goBack(ADA, NOON, FRESH, ada(third))).isPresent();
    assertThat(read().address()).isEqualTo("ada@example.org");
    assertThat(emails().goBack(ADA, NOON, FRESH, ada(third))).isEmpty();
  }

  @Test
  void a_way_back_is_over_when_its_time_is() {
    emails().verify(read(), link("verify"), ada(NOON));
    change("one", "ada@first.example", NOON);

    assertThat(emails().isOpen(ADA, NOON, WEEK)).isFalse();
    assertThat(emails().goBack(ADA, NOON, FRESH, ada(WEEK))).isEmpty();
  }
}
