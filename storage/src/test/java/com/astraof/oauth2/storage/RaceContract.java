package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.IDENTIFY;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static com.astraof.oauth2.storage.Fixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.PasswordHash;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore.Adding;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.connection.ConnectionStore.Linking;
import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyStore;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantStore.Advance;
import com.astraof.oauth2.core.grant.GrantStore.Opening;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.guild.Decision;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Message;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.leaving.Closure;
import com.astraof.oauth2.core.mail.EmailStore;
import com.astraof.oauth2.core.mail.MailLink;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever two nodes do to one database at once comes out as if one had done it after another. */
abstract class RaceContract extends StoreContract {
  private static final int MANY = 40;
  private static final int MOST = 5;
  private static final User ME = Fixtures.person(1, "ada", 1, "ada@example.org");
  private static final PasswordHash PASSWORD = new PasswordHash("$argon2id$");
  private static final EmailStore.NewPassword FRESH =
      new EmailStore.NewPassword(new PasswordHash("$argon2id$new"), false);
  private static final Instant WEEK = NOON.plus(Duration.ofDays(7));

  private Optional<Storage> other = Optional.empty();

  @BeforeEach
  void joinOtherNode() {
    other = Optional.of(openAnother());
    storage().users().add(ME, PASSWORD, event(Event.REGISTERED));
  }

  @AfterEach
  @Override
  void stop() {
    other.ifPresent(Storage::close);
    super.stop();
  }

  private Storage node(int number) {
    return number % 2 == 0 ? storage() : other.orElseThrow();
  }

  private static long count(List<Boolean> answers) {
    return answers.stream().filter(yes -> yes).count();
  }

  private static SecretHash hash(String text) {
    return SecretHash.of(new Secret(text));
  }

  @Test
  void nobody_gets_more_guilds_than_they_may_have() {
    var founded =
        Together.times(MANY, number -> Founding.guild(node(number), 100 + 10L * number, ME, MOST));

    assertThat(count(founded)).isEqualTo(MOST);
  }

  @Test
  void nobody_joins_more_guilds_than_they_may() {
    User grace = Fixtures.person(2, "grace", 1, null);
    storage().users().add(grace, null, event(Event.REGISTERED));
    for (int i = 0; i < MANY; i++) {
      Founding.guild(storage(), 100 + 10L * i, ME, MANY);
    }

    var joined =
        Together.times(
            MANY,
            number ->
                node(number)
                    .guilds()
                    .<Boolean>change(
                        new GuildId(100 + 10L * number),
                        facts ->
                            facts.guildsOf(grace.id()) >= MOST
                                ? Decision.only(false)
                                : Decision.of(
                                    true,
                                    new GuildEdit.AddMember(
                                        Member.newcomer(grace, Founding.FOUNDED))))
                    .orElseThrow());

    assertThat(count(joined)).isEqualTo(MOST);
  }

  @Test
  void nobody_links_more_accounts_than_they_may() {
    var linked =
        Together.times(
            MANY,
            number -> {
              var account = new OutsideAccount("stars", "v-" + number, "Vega");
              return node(number).connections().link(ADA, account, MOST, ada(NOON))
                  == Linking.LINKED;
            });

    assertThat(count(linked)).isEqualTo(MOST);
  }

  @Test
  void of_many_passkeys_one_is_the_first_and_no_more_are_added_than_may_be() {
    var added =
        Together.times(
            MANY,
            number -> {
              var key = new Passkey.Key("cose", 0, false);
              var passkey = new Passkey("key " + number, ADA, "Key", key, NOON, null);
              var codes = List.of(hash("code " + number));
              return node(number).passkeys().add(passkey, codes, MOST, ada(NOON));
            });

    assertThat(added).containsOnlyOnce(PasskeyStore.Adding.FIRST);
    assertThat(storage().factors().of(ADA).passkeys()).isEqualTo(MOST);
    assertThat(storage().factors().of(ADA).recoveryCodes()).isEqualTo(1);
  }

  @Test
  void recovery_codes_that_are_made_anew_twice_are_those_of_one_time() {
    Together.times(
        MANY,
        number -> {
          var codes = List.of(hash("a" + number), hash("b" + number), hash("c" + number));
          node(number).factors().replaceCodes(ADA, codes, ada(NOON));
          return true;
        });

    assertThat(storage().factors().of(ADA).recoveryCodes()).isEqualTo(3);
  }

  @Test
  void nobody_is_signed_in_to_an_account_that_was_closed_meanwhile() {
    Together.times(
        MANY,
        number -> {
          if (number == MANY / 2) {
            node(number).closures().close(ADA, new Closure(NOON, null), true, ada(NOON));
          } else {
            node(number)
                .sessions()
                .open(hash("session " + number), ADA, SignInMethod.BY_PASSWORD, ada(NOON));
          }
          return true;
        });

    assertThat(storage().sessions().of(ADA)).isEmpty();
  }

  @Test
  void what_is_approved_while_the_account_is_being_blocked_opens_nothing() {
    Together.times(
        MANY,
        number -> {
          if (number == MANY / 2) {
            return node(number).accountRegister().block(ADA, new Block(NOON, "Spam"), ada(NOON));
          }
          node(number).consents().approve(ADA, app(number), IDENTIFY, ada(NOON));
          return true;
        });

    for (int number = 0; number < MANY; number++) {
      assertThat(storage().consents().find(ADA, app(number))).isEmpty();
    }
  }

  private static ApplicationId app(int number) {
    return new ApplicationId(APP.value() + number);
  }

  @Test
  void a_way_back_is_gone_once() {
    var link = new MailLink(ADA, hash("link"), WEEK, new MailLink.Claim.WayBack(NOON));
    var read = storage().users().findLogin(ADA).orElseThrow();
    assertThat(storage().emails().change(read, link, "new@example.org", WEEK, ada(NOON)))
        .isEqualTo(EmailStore.Changing.CHANGED);

    var back =
        Together.times(
            MANY, number -> node(number).emails().goBack(ADA, NOON, FRESH, ada(NOON)).isPresent());

    assertThat(count(back)).isEqualTo(1);
  }

  @Test
  void an_address_that_is_given_up_goes_to_nobody_while_it_can_be_taken_back() {
    for (int round = 0; round < MOST; round++) {
      String address = round == 0 ? "ada@example.org" : "ada" + round + "@example.org";
      String next = "ada" + (round + 1) + "@example.org";
      Instant at = NOON.plusSeconds(round);
      var claim = new MailLink.Claim.WayBack(at);
      var link = new MailLink(ADA, hash("link " + round), WEEK, claim);
      var read = storage().users().findLogin(ADA).orElseThrow();
      int first = 100 * (round + 1);

      var taken =
          Together.times(
              MANY,
              number -> {
                if (number == 0) {
                  node(number).emails().change(read, link, next, WEEK, ada(at));
                  return false;
                }
                User taker = Fixtures.person(first + number, "taker", first + number, address);
                return node(number).users().add(taker, PASSWORD, event(Event.REGISTERED))
                    == Adding.ADDED;
              });

      assertThat(count(taken)).isZero();
    }
  }

  @Test
  void what_was_forgotten_meanwhile_is_still_spent_once() {
    Instant later = NOON.plusSeconds(60);
    for (int i = 0; i < MANY; i++) {
      storage().once().spend("old " + i, NOON, NOON.minusSeconds(1));
    }

    var spent =
        Together.times(
            4 * MANY, number -> node(number).once().spend("old " + number % MANY, WEEK, later));

    assertThat(count(spent)).isEqualTo(MANY);
  }

  @Test
  void of_many_nodes_one_opens_a_grant_and_each_generation_has_one_successor() {
    storage().consents().approve(ADA, APP, IDENTIFY, ada(NOON));
    Grant grant = Fixtures.grant();

    var opened =
        Together.times(MANY, number -> node(number).grants().open(grant) instanceof Opening.Opened);
    var advanced =
        Together.times(
            MANY,
            number ->
                node(number)
                        .grants()
                        .advance(grant.id(), number / 8, NOON.plusSeconds(1), Lifetimes.DOCUMENTED)
                    instanceof Advance.Advanced);

    assertThat(count(opened)).isEqualTo(1);
    assertThat(storage().grants().find(grant.id()).orElseThrow().generation())
        .isEqualTo((int) count(advanced))
        .isPositive();
  }

  @Test
  void a_guild_that_is_deleted_takes_all_messages_with_it() {
    for (long guild = 100; guild < 600; guild += 100) {
      Founding.guild(storage(), guild, ME, MANY);
      long id = guild;
      Together.times(
          MANY,
          number -> {
            if (number == MANY / 2) {
              var gone = Decision.of(true, new GuildEdit.DeleteGuild());
              return node(number).guilds().change(new GuildId(id), facts -> gone).isPresent();
            }
            return node(number).messages().add(message(id, number));
          });
    }

    assertThat(storage().messages().by(ADA, MANY * MOST)).isEmpty();
  }

  private static Message message(long guild, int number) {
    var id = new MessageId(10_000 + guild * MANY + number);
    return new Message(id, new ChannelId(guild + 1), ME, "Hello", NOON, null, null);
  }

  @Test
  void consents_that_are_given_and_taken_crosswise_all_come_through() {
    var users = Stream.of(1L, 2L, 3L, 4L).map(UserId::new).toList();

    var done =
        Together.times(
            4 * MANY,
            number -> {
              UserId one = users.get(number % 4);
              var consents = node(number).consents();
              consents.approve(one, APP, IDENTIFY, ada(NOON));
              consents.withdraw(users.get((number + 1) % 4), APP, ada(NOON));
              return true;
            });

    assertThat(count(done)).isEqualTo(4 * MANY);
  }
}
