package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.application.ClientDocument;
import com.astraof.oauth2.core.application.Oversight;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.registration.Admission;
import com.astraof.oauth2.core.registration.Admission.Outcome;
import com.astraof.oauth2.core.registration.ClientMetadata.Software;
import com.astraof.oauth2.core.registration.Registration;
import com.astraof.oauth2.core.registration.RegistrationStore;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every engine must do for {@link RegistrationStore}. */
abstract class RegistrationStoreContract extends StoreContract {
  private static final String ADDRESS = "https://app.example/client.json";
  private static final SecretHash TOKEN = SecretHash.of(new Secret("initial"));
  private static final Admission OPEN = new Admission(null, 10);
  private static final Registration REGISTRATION =
      new Registration(
          SecretHash.of(new Secret("access")), "none", new Software("native", "id", null));

  private RegistrationStore registrations() {
    return storage().registrations();
  }

  private static Application application(long id, @Nullable ClientDocument document) {
    return new Application(
        new ApplicationId(id),
        new Ownership(new UserId(id), null, document, Oversight.NONE),
        new Listing("Chart", null, null, new Links("https://w", "https://t", "https://p")),
        new Client(ClientType.PUBLIC, List.of(), List.of()),
        new BotSettings(false, true, SecretHash.of(new Secret("bot"))),
        NOON,
        0);
  }

  private Outcome admit(Application application, int discriminator, Admission admission) {
    var bot = User.bot(application.botUser(), new Username("chart"), discriminator, NOON);
    var registration = application.ownership().document() == null ? REGISTRATION : null;
    var event = event(application, Event.APPLICATION_CREATED);
    return registrations().admit(application, bot, registration, admission, event);
  }

  private static AuditEvent event(Application application, Event what) {
    return AuditEvent.application(what, application.owner(), application.id(), ada(NOON));
  }

  @Test
  void a_registration_is_kept_changed_and_gone_with_its_application() {
    var app = application(100, null);
    assertThat(admit(app, 1, OPEN)).isEqualTo(Outcome.ADMITTED);
    assertThat(registrations().find(app.id())).contains(REGISTRATION);
    assertThat(storage().applications().find(app.id())).contains(app);

    var changed =
        new Registration(
            REGISTRATION.accessToken(), "private_key_jwt", new Software(null, null, "2"));
    var event = event(app, Event.APPLICATION_CHANGED);
    assertThat(registrations().replace(app, changed, event)).isTrue();
    assertThat(registrations().replace(app, REGISTRATION, event)).as("an old version").isFalse();
    assertThat(registrations().find(app.id())).contains(changed);

    var current = storage().applications().find(app.id()).orElseThrow();
    storage().applications().delete(current, event(app, Event.APPLICATION_DELETED));
    assertThat(registrations().find(app.id())).isEmpty();
  }

  @Test
  void nothing_is_written_where_the_name_is_taken_or_the_house_is_full() {
    assertThat(admit(application(100, null), 1, OPEN)).isEqualTo(Outcome.ADMITTED);

    assertThat(admit(application(101, null), 1, OPEN)).isEqualTo(Outcome.NAME_TAKEN);
    assertThat(admit(application(101, null), 2, new Admission(null, 1))).isEqualTo(Outcome.FULL);
    assertThat(registrations().find(new ApplicationId(101))).isEmpty();
    assertThat(admit(application(101, null), 2, new Admission(null, 2)))
        .isEqualTo(Outcome.ADMITTED);
  }

  @Test
  void an_initial_token_works_so_often_until_it_expires() {
    var expiry = NOON.plus(Duration.ofHours(1));
    var byToken = new Admission(TOKEN, 10);
    assertThat(admit(application(100, null), 1, byToken)).isEqualTo(Outcome.TOKEN_VOID);
    registrations().invite(TOKEN, 2, expiry, NOON);
    assertThat(registrations().isInvited(TOKEN, expiry.minusMillis(1))).isTrue();
    assertThat(registrations().isInvited(TOKEN, expiry)).isFalse();

    assertThat(admit(application(100, null), 1, byToken)).isEqualTo(Outcome.ADMITTED);
    assertThat(admit(application(101, null), 1, byToken))
        .as("no use")
        .isEqualTo(Outcome.NAME_TAKEN);
    assertThat(admit(application(101, null), 2, byToken)).isEqualTo(Outcome.ADMITTED);
    assertThat(admit(application(102, null), 3, byToken)).isEqualTo(Outcome.TOKEN_VOID);

    registrations().invite(SecretHash.of(new Secret("other")), 1, expiry, NOON);
    registrations().uninviteAll();
    assertThat(registrations().isInvited(SecretHash.of(new Secret("other")), NOON)).isFalse();
  }

  @Test
  void a_document_describes_one_application_until_that_is_deleted() {
    var document = new ClientDocument(ADDRESS, NOON, NOON.plusSeconds(300));
    var app = application(100, document);
    assertThat(admit(app, 1, OPEN)).isEqualTo(Outcome.ADMITTED);

    assertThat(registrations().describedAt(ADDRESS)).contains(app);
    assertThat(registrations().describedAt(ADDRESS + "x")).isEmpty();
    storage().applications().delete(app, event(app, Event.APPLICATION_DELETED));
    assertThat(registrations().describedAt(ADDRESS)).isEmpty();
    assertThat(admit(application(101, document), 2, OPEN)).isEqualTo(Outcome.ADMITTED);
  }

  @Test
  void those_are_unused_that_came_by_themselves_and_that_nobody_approved() {
    var used = application(100, null);
    var unused = application(101, null);
    admit(used, 1, OPEN);
    admit(unused, 2, OPEN);
    storage().consents().approve(Fixtures.ADA, used.id(), Scopes.of(Scope.IDENTIFY), ada(NOON));

    assertThat(registrations().unused(NOON, 9)).isEmpty();
    assertThat(registrations().unused(NOON.plusMillis(1), 9)).containsExactly(unused);
    assertThat(registrations().unused(NOON.plusMillis(1), 0)).isEmpty();
  }

  @Test
  void what_somebody_approved_after_it_was_found_unused_is_not_deleted() {
    var wanted = application(100, null);
    var unused = application(101, null);
    admit(wanted, 1, OPEN);
    admit(unused, 2, OPEN);
    assertThat(registrations().unused(NOON.plusMillis(1), 9)).hasSize(2);
    storage().consents().approve(Fixtures.ADA, wanted.id(), Scopes.of(Scope.IDENTIFY), ada(NOON));

    assertThat(deleteUnused(wanted)).isFalse();
    assertThat(deleteUnused(unused)).isTrue();
    assertThat(deleteUnused(unused)).as("once more, by another node").isFalse();
    assertThat(storage().applications().find(wanted.id())).isPresent();
  }

  private boolean deleteUnused(Application seen) {
    var event =
        AuditEvent.application(Event.APPLICATION_DELETED, seen.owner(), seen.id(), ada(NOON));
    return storage().applications().deleteUnused(seen, event);
  }
}
