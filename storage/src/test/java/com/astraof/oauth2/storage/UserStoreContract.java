package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.HOME;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.event;
import static com.astraof.oauth2.storage.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.Language;
import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Profile;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.UserStore.Adding;
import com.astraof.oauth2.core.account.UserStore.NewPassword;
import com.astraof.oauth2.core.account.UserStore.Replacing;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users and their sessions. */
abstract class UserStoreContract extends StoreContract {
  private static final PasswordHash PASSWORD = new PasswordHash("$argon2id$...");
  private static final AuditEvent REGISTERED = event(Event.REGISTERED);

  private UserStore users() {
    return storage().users();
  }

  @Test
  void a_user_is_found_as_it_was_added() {
    User ada = person(1, "Ada", 7, "Ada@Example.org");
    assertThat(users().add(ada, PASSWORD, REGISTERED)).isEqualTo(Adding.ADDED);

    assertThat(users().find(ada.id())).contains(ada);
    assertThat(users().find(new UserId(2))).isEmpty();
  }

  @Test
  void a_login_is_found_without_regard_to_case_and_only_with_a_password() {
    User ada = person(1, "ada", 7, "Ada@Example.org");
    users().add(ada, PASSWORD, REGISTERED);
    users().add(person(2, "unclaimed", 7, null), null, REGISTERED);

    var login = users().findLogin("aDA@eXAMPLE.ORG").orElseThrow();

    assertThat(login.user()).isEqualTo(ada);
    assertThat(login.password()).isEqualTo(PASSWORD);
    assertThat(users().findLogin("nobody@example.org")).isEmpty();
  }

  @Test
  void an_address_and_a_tag_are_taken_without_regard_to_case() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD, REGISTERED);

    assertThat(users().add(person(2, "grace", 7, "ADA@example.org"), PASSWORD, REGISTERED))
        .isEqualTo(Adding.EMAIL_TAKEN);
    assertThat(users().add(person(2, "ADA", 7, "grace@example.org"), PASSWORD, REGISTERED))
        .isEqualTo(Adding.TAG_TAKEN);
    assertThat(users().add(person(2, "ADA", 8, "grace@example.org"), PASSWORD, REGISTERED))
        .isEqualTo(Adding.ADDED);
    assertThat(users().add(person(3, "first", 1, null), null, REGISTERED)).isEqualTo(Adding.ADDED);
    assertThat(users().add(person(4, "second", 1, null), null, REGISTERED)).isEqualTo(Adding.ADDED);
  }

  @Test
  void a_tag_is_found_without_regard_to_case() {
    User ada = person(1, "Ada", 7, "ada@example.org");
    users().add(ada, PASSWORD, REGISTERED);

    assertThat(users().find(new Tag(new Username("aDA"), 7))).contains(ada);
    assertThat(users().find(new Tag(new Username("ada"), 8))).isEmpty();
  }

  @Test
  void a_user_is_replaced_only_from_the_version_that_was_read() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD, REGISTERED);
    users().add(person(2, "grace", 7, "grace@example.org"), PASSWORD, REGISTERED);
    User ada = users().find(ADA).orElseThrow();
    var renamed =
        ada.with(new Tag(new Username("Countess"), 42))
            .with(new Profile("Ada", "a1", "b2", "I count.", "she", Language.RUSSIAN));
    var taken = ada.with(new Tag(new Username("GRACE"), 7));
    var event = event(Event.USERNAME_CHANGED);

    assertThat(users().replace(taken, event)).isEqualTo(Replacing.TAG_TAKEN);
    assertThat(users().replace(renamed, event)).isEqualTo(Replacing.REPLACED);
    assertThat(users().replace(renamed, event)).isEqualTo(Replacing.CHANGED);

    User found = users().find(ADA).orElseThrow();
    assertThat(found.tag()).isEqualTo(renamed.tag());
    assertThat(found.profile()).isEqualTo(renamed.profile());
    assertThat(found.history().version()).isEqualTo(1);
    assertThat(whatHappened()).containsExactly(Event.USERNAME_CHANGED, Event.REGISTERED);
  }

  @Test
  void a_new_password_ends_the_other_sessions_and_if_asked_all_consents() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD, REGISTERED);
    var kept = SecretHash.of(new Secret("kept"));
    storage().sessions().open(kept, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    storage()
        .sessions()
        .open(SecretHash.of(new Secret("other")), ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    var hash = new PasswordHash("$argon2id$new");
    var change = new NewPassword(ADA, hash, kept, false, ada(NOON));

    assertThat(users().change(change, event(Event.PASSWORD_CHANGED))).isEmpty();
    assertThat(storage().sessions().of(ADA)).extracting(Session::token).containsExactly(kept);
    assertThat(storage().consents().find(ADA, APP)).isPresent();

    var all = new NewPassword(ADA, hash, kept, true, ada(NOON));
    assertThat(users().change(all, event(Event.PASSWORD_CHANGED)))
        .containsExactly(new Ending.OfConsent(ADA, APP, NOON, NOON));
    assertThat(storage().consents().find(ADA, APP)).isEmpty();
    assertThat(users().password(ADA)).contains(hash);
    assertThat(users().find(ADA).orElseThrow().history().passwordChangedAt()).isEqualTo(NOON);
  }

  @Test
  void sessions_that_nobody_came_back_to_are_forgotten_the_oldest_first() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD, REGISTERED);
    var tokens = new ArrayList<SecretHash>();
    for (int i = 0; i < 4; i++) {
      tokens.add(SecretHash.of(new Secret("token " + i)));
      storage()
          .sessions()
          .open(tokens.get(i), ADA, SignInMethod.BY_PASSWORD, ada(NOON.plusSeconds(i)));
    }
    storage().sessions().touch(tokens.get(1), NOON.plusSeconds(9));
    Instant since = NOON.plusSeconds(3);

    assertThat(storage().sessions().forgetUnused(since, 1)).isEqualTo(1);
    assertThat(storage().sessions().find(tokens.get(0))).isEmpty();
    assertThat(storage().sessions().forgetUnused(since, 5)).isEqualTo(1);
    assertThat(storage().sessions().of(ADA))
        .extracting(Session::token)
        .containsExactly(tokens.get(1), tokens.get(3));
  }

  private List<Event> whatHappened() {
    return storage().audit().of(ADA, Long.MAX_VALUE, 2).stream()
        .map(entry -> entry.event().what())
        .toList();
  }

  @Test
  void a_session_is_found_by_its_token_until_it_ends() {
    User ada = person(1, "ada", 7, "ada@example.org");
    users().add(ada, PASSWORD, REGISTERED);
    var token = SecretHash.of(new Secret("a token"));
    var sessions = storage().sessions();

    sessions.open(token, ada.id(), SignInMethod.BY_CODE, ada(NOON));
    sessions.touch(token, NOON.plusSeconds(60));
    sessions.confirm(token, NOON.plusSeconds(300));

    var session = sessions.find(token).orElseThrow();
    assertThat(session.user()).isEqualTo(ada);
    assertThat(session.place()).isEqualTo(HOME);
    assertThat(session.signIn()).isEqualTo(new Authentication(NOON, SignInMethod.BY_CODE));
    assertThat(session.life())
        .isEqualTo(new Session.Life(NOON, NOON.plusSeconds(60), NOON.plusSeconds(300)));
    sessions.end(token, ada(NOON));
    sessions.end(token, ada(NOON));
    assertThat(sessions.find(token)).isEmpty();
    assertThat(whatHappened())
        .containsExactly(Event.SIGNED_OUT, Event.SIGNED_IN_WITH_SECOND_FACTOR);
  }

  @Test
  void a_session_goes_on_under_a_new_token_after_another_sign_in() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD, REGISTERED);
    var old = SecretHash.of(new Secret("old"));
    var token = SecretHash.of(new Secret("new"));
    var sessions = storage().sessions();
    sessions.open(old, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    var before = sessions.find(old).orElseThrow();
    Instant later = NOON.plusSeconds(60);

    var signIn = new Authentication(NOON.plusSeconds(50), SignInMethod.BY_CODE);
    sessions.renew(before, token, signIn, ada(later));
    sessions.renew(before, old, signIn, ada(later));

    assertThat(sessions.find(old)).isEmpty();
    var after = sessions.find(token).orElseThrow();
    assertThat(after.signIn()).isEqualTo(signIn);
    assertThat(after.life()).isEqualTo(new Session.Life(NOON, later, null));
    assertThat(whatHappened()).containsExactly(Event.SIGNED_IN_WITH_SECOND_FACTOR, Event.SIGNED_IN);
  }

  @Test
  void only_ones_own_sessions_end() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD, REGISTERED);
    users().add(person(2, "grace", 7, "grace@example.org"), PASSWORD, REGISTERED);
    var mine = SecretHash.of(new Secret("mine"));
    var theirs = SecretHash.of(new Secret("theirs"));
    storage().sessions().open(mine, ADA, SignInMethod.BY_PASSWORD, ada(NOON));
    storage().sessions().open(theirs, new UserId(2), SignInMethod.BY_PASSWORD, ada(NOON));

    storage().sessions().end(ADA, List.of(theirs), ada(NOON));
    storage().sessions().endOthers(ADA, mine, ada(NOON));
    assertThat(storage().sessions().find(theirs)).isPresent();

    storage().sessions().end(ADA, List.of(mine, theirs), ada(NOON));
    assertThat(storage().sessions().of(ADA)).isEmpty();
    assertThat(storage().sessions().find(theirs)).isPresent();
  }
}
