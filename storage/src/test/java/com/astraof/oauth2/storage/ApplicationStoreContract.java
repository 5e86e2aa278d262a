package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.Application.Ownership;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.application.Oversight;
import com.astraof.oauth2.core.application.Oversight.Disabling;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authorization.Consent;
import com.astraof.oauth2.core.ending.Ending;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantStore.Advance;
import com.astraof.oauth2.core.grant.GrantStore.Opening;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.guild.Decision;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.GuildFacts;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Attack;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Applications, their bots, and what users have approved for them. */
abstract class ApplicationStoreContract extends StoreContract {
  private static final AuditEvent CREATED = event(Event.APPLICATION_CREATED);
  private static final AuditEvent CHANGED = event(Event.APPLICATION_CHANGED);
  private static final UserId GRACE = new UserId(2);

  private ApplicationStore applications() {
    return storage().applications();
  }

  private static Application application(long id, String... redirectUris) {
    var uris = List.of(redirectUris).stream().map(RedirectUri::new).toList();
    return new Application(
        new ApplicationId(id),
        new Ownership(ADA, null),
        Listing.named("Star Chart ✦"),
        new Client(ClientType.CONFIDENTIAL, uris, List.of(secret("one"), secret("two"))),
        new BotSettings(true, false, SecretHash.of(new Secret("bot"))),
        NOON,
        0);
  }

  private static ClientSecret secret(String text) {
    return new ClientSecret(SecretHash.of(new Secret(text)), NOON.plusSeconds(1), text);
  }

  private static User bot(long id, int discriminator) {
    return User.bot(new UserId(id), new Username("star_chart"), discriminator, NOON);
  }

  @Test
  void an_application_is_found_as_it_was_registered_with_its_bot() {
    var app = application(100, "https://b.example/", "https://a.example/?x=1");

    assertThat(applications().register(app, bot(100, 1), CREATED)).isTrue();

    assertThat(applications().find(APP)).contains(app);
    assertThat(storage().users().find(new UserId(100))).contains(bot(100, 1));
    assertThat(applications().find(new ApplicationId(5))).isEmpty();
  }

  @Test
  void keys_and_demands_are_kept() {
    applications().register(application(100), bot(100, 1), CREATED);
    var registered = new ClientKeys.Registered("{\"keys\":[]}");
    var published = new ClientKeys.Published(URI.create("https://a.example/jwks"));

    var demands = Demands.of(Demand.PKCE, Demand.FAPI);
    int version = 0;
    for (ClientKeys keys : List.of(registered, published, ClientKeys.NONE)) {
      var client = new Client(ClientType.CONFIDENTIAL, List.of(), List.of(), keys, demands);
      assertThat(applications().replace(application(client, version), List.of())).isTrue();

      assertThat(applications().find(APP).orElseThrow().client()).isEqualTo(client);
      version++;
    }
  }

  private static Application application(Client client, int version) {
    var bot = new BotSettings(true, false, SecretHash.of(new Secret("bot")));
    var ownership = new Ownership(ADA, null);
    return new Application(APP, ownership, Listing.named("Chart"), client, bot, NOON, version);
  }

  @Test
  void nothing_is_written_when_the_bots_tag_is_taken() {
    applications().register(application(100), bot(100, 1), CREATED);

    assertThat(applications().register(application(101), bot(101, 1), CREATED)).isFalse();

    assertThat(applications().find(new ApplicationId(101))).isEmpty();
    assertThat(storage().users().find(new UserId(101))).isEmpty();
  }

  @Test
  void an_owners_applications_come_oldest_first() {
    var second = application(200);
    var first = application(100);
    applications().register(second, bot(200, 2), CREATED);
    applications().register(first, bot(100, 1), CREATED);

    assertThat(applications().ownedBy(ADA)).containsExactly(first, second);
    assertThat(applications().ownedBy(new UserId(9))).isEmpty();
  }

  @Test
  void an_application_is_replaced_only_from_the_version_that_was_read() {
    applications().register(application(100, "https://a.example/"), bot(100, 1), CREATED);
    var after =
        new Application(
            APP,
            new Ownership(ADA, GRACE),
            new Listing("Chart", "Finds stars.", "abc", new Links("https://w", "https://t", "x")),
            new Client(ClientType.PUBLIC, List.of(), List.of()),
            new BotSettings(false, true, SecretHash.of(new Secret("new"))),
            NOON,
            0);

    assertThat(applications().replace(after, List.of(CHANGED))).isTrue();
    assertThat(applications().replace(after, List.of(CHANGED))).isFalse();

    assertThat(applications().find(APP).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(after);
    assertThat(applications().offeredTo(GRACE)).hasSize(1);
    assertThat(whatHappened())
        .containsExactly(Event.APPLICATION_CHANGED, Event.APPLICATION_CREATED);
  }

  private List<Event> whatHappened() {
    return storage().audit().of(ADA, Long.MAX_VALUE, 10).stream()
        .map(entry -> entry.event().what())
        .toList();
  }

  @Test
  void a_deleted_application_is_found_nowhere_and_its_names_stay_taken() {
    var app = application(100);
    applications().register(app, bot(100, 1), CREATED);
    storage().consents().approve(GRACE, APP, Scopes.of(Scope.IDENTIFY), ada(NOON));
    var guild = new GuildId(7);
    Founding.guild(storage(), 7, Fixtures.person(1, "ada", 1, null), 100);
    var role = Role.managed(new RoleId(9), guild, "Corkboard", Permissions.NONE, APP);
    var member = Member.newcomer(bot(100, 1), Founding.FOUNDED).with(Set.of(role.id()));
    storage()
        .guilds()
        .change(
            guild,
            facts ->
                Decision.of(true, new GuildEdit.AddRole(role), new GuildEdit.AddMember(member)));
    var deletion = event(Event.APPLICATION_DELETED);

    assertThat(applications().delete(app, deletion)).isTrue();
    assertThat(applications().delete(app, deletion)).isFalse();

    assertThat(applications().find(APP)).isEmpty();
    assertThat(applications().name(APP)).contains(app.name());
    assertThat(applications().ownedBy(ADA)).isEmpty();
    assertThat(applications().replace(app, List.of(CHANGED))).isFalse();
    assertThat(storage().users().find(app.botUser())).isEmpty();
    assertThat(storage().guilds().guildsOf(app.botUser(), GuildStore.Page.first(9))).isEmpty();
    assertThat(storage().guilds().read(guild, GuildFacts::roles))
        .contains(List.of(Role.everyone(guild)));
    assertThat(storage().consents().of(GRACE)).isEmpty();
    assertThat(storage().endings().since(NOON))
        .containsExactly(new Ending.OfApplication(APP, NOON));
    assertThat(applications().register(application(101), bot(101, 1), CREATED)).isFalse();
  }

  @Test
  void approvals_add_up_and_keep_their_beginning() {
    var consents = storage().consents();
    assertThat(consents.find(ADA, APP)).isEmpty();

    consents.approve(ADA, APP, Scopes.of(Scope.IDENTIFY), ada(NOON));
    var whole = consents.approve(ADA, APP, Scopes.of(Scope.EMAIL), ada(NOON.plusSeconds(60)));

    assertThat(whole).isEqualTo(new Consent(Scopes.of(Scope.IDENTIFY, Scope.EMAIL), NOON, NOON));
    assertThat(consents.find(ADA, APP)).contains(whole);
    assertThat(consents.find(GRACE, APP)).isEmpty();
  }

  @Test
  void a_withdrawn_consent_is_gone_and_a_new_one_begins_with_nothing() {
    var consents = storage().consents();
    consents.approve(ADA, APP, Scopes.of(Scope.IDENTIFY, Scope.EMAIL), ada(NOON));
    consents.used(ADA, APP, NOON.plusSeconds(5));

    assertThat(consents.withdraw(ADA, APP, ada(NOON))).contains(NOON);
    assertThat(consents.withdraw(ADA, APP, ada(NOON.plusSeconds(1)))).contains(NOON);
    assertThat(consents.withdraw(GRACE, APP, ada(NOON))).isEmpty();
    assertThat(consents.find(ADA, APP)).isEmpty();

    var anew = consents.approve(ADA, APP, Scopes.of(Scope.GUILDS), ada(NOON));
    Instant since = NOON.plusMillis(1);
    assertThat(anew).isEqualTo(new Consent(Scopes.of(Scope.GUILDS), since, since));
    assertThat(storage().endings().since(NOON))
        .containsExactly(new Ending.OfConsent(ADA, APP, NOON, NOON));
  }

  @Test
  void authorized_apps_come_with_their_last_use_the_latest_first() {
    applications().register(application(100), bot(100, 1), CREATED);
    applications().register(application(200), bot(200, 2), CREATED);
    var consents = storage().consents();
    for (long id : new long[] {100, 200, 300}) {
      consents.approve(GRACE, new ApplicationId(id), Scopes.of(Scope.IDENTIFY), ada(NOON));
    }
    consents.used(GRACE, new ApplicationId(200), NOON.plusSeconds(9));
    consents.used(GRACE, new ApplicationId(200), NOON.plusSeconds(5));

    var standing = consents.of(GRACE);

    assertThat(standing)
        .extracting(one -> one.application().id().value())
        .containsExactly(200L, 100L);
    assertThat(standing.getFirst().consent().lastUsedAt()).isEqualTo(NOON.plusSeconds(9));
    assertThat(standing.getFirst().application()).isEqualTo(application(200));
  }

  @Test
  @Attack("T-12")
  void of_a_disabled_app_nothing_opens_or_goes_on_whatever_a_node_remembers_of_it() {
    applications().register(application(100), bot(100, 1), CREATED);
    storage().consents().approve(ADA, APP, IDENTIFY, Fixtures.ada(NOON));
    Grant grant = Fixtures.grant();
    var grants = storage().grants();
    assertThat(grants.open(grant)).isEqualTo(new Opening.Opened(grant));

    change("update applications set disabled_at = 7, disabled_reason = 'Asked for passwords'");

    assertThat(grants.advance(grant.id(), 0, NOON, Lifetimes.DOCUMENTED))
        .isInstanceOf(Advance.Stands.class);
    assertThat(grants.find(grant.id()).orElseThrow().life().revokedAt())
        .isEqualTo(Instant.ofEpochMilli(7));
    assertThat(grants.open(Fixtures.grant())).isEqualTo(new Opening.ConsentWithdrawn());

    long later = NOON.plusMillis(1).toEpochMilli();
    change("update applications set disabled_at = null, valid_from = " + later);

    assertThat(grants.advance(grant.id(), 0, NOON, Lifetimes.DOCUMENTED))
        .isInstanceOf(Advance.Stands.class);
    assertThat(grants.open(Fixtures.grant())).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void what_the_operator_decides_is_kept_whatever_owners_change() {
    applications().register(application(100), bot(100, 1), CREATED);
    var disabling = new Disabling(NOON, "Asked for passwords");
    var oversight = new Oversight(NOON, disabling, NOON.plusSeconds(1), 5);
    var app = application(100);
    var overseen =
        new Application(
            app.id(),
            new Ownership(ADA, null, null, oversight),
            app.listing(),
            app.client(),
            new BotSettings(true, false, SecretHash.of(new Secret("another"))),
            app.createdAt(),
            0);
    var event = event(Event.APPLICATION_DISABLED);

    assertThat(applications().oversee(overseen, event)).isTrue();
    assertThat(applications().oversee(overseen, event)).isFalse();
    assertThat(applications().replace(app, List.of(CHANGED))).isFalse();

    var kept = applications().find(APP).orElseThrow();
    assertThat(kept.oversight()).isEqualTo(oversight);
    assertThat(kept.bot()).isEqualTo(overseen.bot());
    assertThat(applications().verified()).containsExactly(kept);
    assertThat(applications().after(new ApplicationId(0), 9)).containsExactly(kept);
    assertThat(applications().after(APP, 9)).isEmpty();
    assertThat(storage().endings().since(NOON))
        .containsExactly(new Ending.OfApplication(APP, Instant.MAX, NOON));
  }
}
