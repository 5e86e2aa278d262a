package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.authorization.Consent;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Applications, their bots, and what users have approved for them. */
abstract class ApplicationStoreContract extends StoreContract {
  private static final SecretHash BOT_TOKEN = SecretHash.of(new Secret("bot"));

  private static Application application(long id, String... redirectUris) {
    var secrets = List.of(SecretHash.of(new Secret("one")), SecretHash.of(new Secret("two")));
    var uris = List.of(redirectUris).stream().map(RedirectUri::new).toList();
    return new Application(
        new ApplicationId(id),
        ADA,
        "Star Chart ✦",
        new Client(ClientType.CONFIDENTIAL, uris, secrets),
        new BotSettings(true, false),
        NOON);
  }

  private static User bot(long id, int discriminator) {
    return User.bot(new UserId(id), new Username("star_chart"), discriminator, NOON);
  }

  @Test
  void an_application_is_found_as_it_was_registered_with_its_bot() {
    var app = application(100, "https://b.example/", "https://a.example/?x=1");

    assertThat(storage().applications().register(app, bot(100, 1), BOT_TOKEN)).isTrue();

    assertThat(storage().applications().find(APP)).contains(app);
    assertThat(storage().users().find(new UserId(100))).contains(bot(100, 1));
    assertThat(storage().applications().botToken(APP)).contains(BOT_TOKEN);
    assertThat(storage().applications().find(new ApplicationId(5))).isEmpty();
  }

  @Test
  void nothing_is_written_when_the_bots_tag_is_taken() {
    storage().applications().register(application(100), bot(100, 1), BOT_TOKEN);

    assertThat(storage().applications().register(application(101), bot(101, 1), BOT_TOKEN))
        .isFalse();

    assertThat(storage().applications().find(new ApplicationId(101))).isEmpty();
    assertThat(storage().users().find(new UserId(101))).isEmpty();
  }

  @Test
  void an_owners_applications_come_oldest_first() {
    var second = application(200);
    var first = application(100);
    storage().applications().register(second, bot(200, 2), BOT_TOKEN);
    storage().applications().register(first, bot(100, 1), BOT_TOKEN);

    assertThat(storage().applications().ownedBy(ADA)).containsExactly(first, second);
    assertThat(storage().applications().ownedBy(new UserId(9))).isEmpty();
  }

  @Test
  void approvals_add_up_and_keep_their_beginning() {
    var consents = storage().consents();
    assertThat(consents.find(ADA, APP)).isEmpty();

    consents.approve(ADA, APP, Scopes.of(Scope.IDENTIFY), NOON);
    var whole = consents.approve(ADA, APP, Scopes.of(Scope.EMAIL), NOON.plusSeconds(60));

    assertThat(whole).isEqualTo(new Consent(Scopes.of(Scope.IDENTIFY, Scope.EMAIL), NOON));
    assertThat(consents.find(ADA, APP)).contains(whole);
    assertThat(consents.find(new UserId(2), APP)).isEmpty();
  }
}
