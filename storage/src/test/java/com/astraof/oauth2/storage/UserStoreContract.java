package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.UserStore.Adding;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import org.junit.jupiter.api.Test;

/** Users and their sessions. */
abstract class UserStoreContract extends StoreContract {
  private static final PasswordHash PASSWORD = new PasswordHash("$argon2id$...");

  private UserStore users() {
    return storage().users();
  }

  @Test
  void a_user_is_found_as_it_was_added() {
    User ada = person(1, "Ada", 7, "Ada@Example.org");
    assertThat(users().add(ada, PASSWORD)).isEqualTo(Adding.ADDED);

    assertThat(users().find(ada.id())).contains(ada);
    assertThat(users().find(new UserId(2))).isEmpty();
  }

  @Test
  void a_login_is_found_without_regard_to_case_and_only_with_a_password() {
    User ada = person(1, "ada", 7, "Ada@Example.org");
    users().add(ada, PASSWORD);
    users().add(person(2, "unclaimed", 7, null), null);

    var login = users().findLogin("aDA@eXAMPLE.ORG").orElseThrow();

    assertThat(login.user()).isEqualTo(ada);
    assertThat(login.password()).isEqualTo(PASSWORD);
    assertThat(users().findLogin("nobody@example.org")).isEmpty();
  }

  @Test
  void an_address_and_a_tag_are_taken_without_regard_to_case() {
    users().add(person(1, "ada", 7, "ada@example.org"), PASSWORD);

    assertThat(users().add(person(2, "grace", 7, "ADA@example.org"), PASSWORD))
        .isEqualTo(Adding.EMAIL_TAKEN);
    assertThat(users().add(person(2, "ADA", 7, "grace@example.org"), PASSWORD))
        .isEqualTo(Adding.TAG_TAKEN);
    assertThat(users().add(person(2, "ADA", 8, "grace@example.org"), PASSWORD))
        .isEqualTo(Adding.ADDED);
    assertThat(users().add(person(3, "first", 1, null), null)).isEqualTo(Adding.ADDED);
    assertThat(users().add(person(4, "second", 1, null), null)).isEqualTo(Adding.ADDED);
  }

  @Test
  void a_session_is_found_by_its_token_until_it_ends() {
    User ada = person(1, "ada", 7, "ada@example.org");
    users().add(ada, PASSWORD);
    var token = SecretHash.of(new Secret("a token"));
    var sessions = storage().sessions();

    sessions.open(token, ada.id(), NOON);
    sessions.touch(token, NOON.plusSeconds(60));

    var session = sessions.find(token).orElseThrow();
    assertThat(session.user()).isEqualTo(ada);
    assertThat(session.openedAt()).isEqualTo(NOON);
    assertThat(session.lastUsedAt()).isEqualTo(NOON.plusSeconds(60));
    sessions.end(token);
    sessions.end(token);
    assertThat(sessions.find(token)).isEmpty();
  }
}
