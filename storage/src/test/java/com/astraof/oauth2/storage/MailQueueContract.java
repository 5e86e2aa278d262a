package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.HOME;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.event;
import static com.astraof.oauth2.storage.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.MailQueue;
import com.astraof.oauth2.core.mail.QueuedMail;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails that wait, and who may send them. */
abstract class MailQueueContract extends StoreContract {
  private static final String ADDRESS = "ada@example.org";
  private static final SecretHash MARK = SecretHash.of(new Secret("mark"));

  private MailQueue mails() {
    return storage().mails();
  }

  private List<Mail> waiting(Instant now) {
    return mails().due(now, 100).stream().map(QueuedMail::mail).toList();
  }

  private void addAda() {
    var hash = new PasswordHash("$argon2id$");
    storage().users().add(person(1, "ada", 7, ADDRESS), hash, event(Event.REGISTERED));
  }

  @Test
  void every_kind_of_mail_comes_out_as_it_went_in_and_survives_a_restart() {
    var tell = new Mail.Tell(ADA, ADDRESS, Event.SECRET_RESET, APP, HOME, NOON);
    List<Mail> all =
        List.of(
            new Mail.Verify(ADA, ADDRESS, MARK, NOON),
            new Mail.Reset(ADDRESS, NOON),
            new Mail.Change(ADA, "ada@elsewhere.example", MARK, NOON),
            new Mail.Changed(ADA, ADDRESS, NOON),
            tell,
            new Mail.Tell(ADA, ADDRESS, Event.PASSWORD_CHANGED, null, null, NOON));
    all.forEach(mails()::add);

    restart();

    assertThat(waiting(NOON)).isEqualTo(all);
    assertThat(waiting(NOON.minusMillis(1))).isEmpty();
    assertThat(mails().due(NOON, 2)).hasSize(2);
  }

  @Test
  void a_claim_is_won_once_and_holds_until_its_lease_is_over() {
    mails().add(new Mail.Reset(ADDRESS, NOON));
    var found = mails().due(NOON, 1).getFirst();
    Instant over = NOON.plusSeconds(300);

    var claimed = mails().claim(found, over).orElseThrow();

    assertThat(mails().claim(found, over)).isEmpty();
    assertThat(waiting(over.minusMillis(1))).isEmpty();
    assertThat(waiting(over)).hasSize(1);
    mails().remove(claimed);
    assertThat(waiting(over)).isEmpty();
  }

  @Test
  void whoever_lost_a_claim_can_do_nothing_to_the_mail_any_more() {
    mails().add(new Mail.Reset(ADDRESS, NOON));
    Instant over = NOON.plusSeconds(300);
    var late = mails().claim(mails().due(NOON, 1).getFirst(), over).orElseThrow();
    var next = mails().claim(mails().due(over, 1).getFirst(), over.plusSeconds(300)).orElseThrow();

    mails().remove(late);
    mails().postpone(late, NOON);

    assertThat(waiting(over)).isEmpty();
    mails().postpone(next, over);
    assertThat(mails().due(over, 1)).containsExactly(next);
  }

  @Test
  void what_is_old_is_removed_some_at_a_time() {
    for (int i = 0; i < 130; i++) {
      mails().add(new Mail.Reset(ADDRESS, NOON));
    }
    mails().add(new Mail.Reset(ADDRESS, NOON.plusSeconds(1)));

    mails().removeOlderThan(NOON.plusSeconds(1));
    assertThat(mails().due(NOON.plusSeconds(1), 200)).hasSize(31);
    mails().removeOlderThan(NOON.plusSeconds(1));
    assertThat(mails().due(NOON.plusSeconds(1), 200)).hasSize(1);
  }

  @Test
  void what_is_written_down_and_worth_it_is_told_to_a_verified_address() {
    var reset = AuditEvent.application(Event.SECRET_RESET, ADA, APP, ada(NOON));
    storage().audit().add(reset);
    assertThat(waiting(NOON)).as("nobody has an address").isEmpty();
    addAda();

    storage().audit().add(event(Event.PROFILE_CHANGED));
    Instant later = NOON.plusSeconds(600);
    var again = AuditEvent.application(Event.SECRET_RESET, ADA, APP, ada(later));
    storage().audit().add(again);
    storage().audit().add(again);

    assertThat(waiting(later))
        .containsExactly(new Mail.Tell(ADA, ADDRESS, Event.SECRET_RESET, APP, HOME, later));
  }
}
