package com.astraof.oauth2.core.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.authorization.AuthorizationRequests.Problem;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.TestClock;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app asks for its bot. */
class BotWishTest {
  @Test
  void the_documented_address_needs_no_redirect_uri_and_no_response_type() {
    var request = Asking.forBot().understood();

    assertThat(request.answerTo()).isEmpty();
    assertThat(request.bot()).isEqualTo(new BotWish(new Permissions(3072), null, false));
  }

  @Test
  void commands_may_come_with_the_bot() {
    assertThat(Asking.forBot().with("scope", "bot applications.commands").understood().bot())
        .isNotNull();
  }

  @Test
  void whoever_asks_for_more_than_a_bot_waits_somewhere_for_the_answer() {
    assertThat(Asking.forBot().with("scope", "bot identify").read())
        .isEqualTo(new Reading.Unanswerable(Problem.NO_REDIRECT_URI));
    assertThat(Asking.confidential().with("scope", "bot identify").understood().answerTo())
        .isPresent();
  }

  @Test
  void a_guild_may_be_named_and_pinned() {
    var named = Asking.forBot().with("guild_id", "77");

    assertThat(named.understood().bot())
        .isEqualTo(new BotWish(new Permissions(3072), new GuildId(77), false));
    assertThat(named.with("disable_guild_select", "true").understood().bot())
        .isEqualTo(new BotWish(new Permissions(3072), new GuildId(77), true));
    assertThat(Asking.forBot().with("disable_guild_select", "true").understood().bot())
        .isEqualTo(new BotWish(new Permissions(3072), null, false));
  }

  @Test
  void none_are_asked_for_when_permissions_are_left_out() {
    assertThat(Asking.forBot().without("permissions").understood().bot())
        .isEqualTo(new BotWish(Permissions.NONE, null, false));
  }

  @Test
  @Attack("B-02")
  void bits_without_a_meaning_are_dropped_however_high_they_are() {
    Property.forAll(
        500,
        gen -> {
          var number = new BigInteger(1, gen.bytesUpTo(40));

          var wish = Asking.forBot().with("permissions", number.toString()).understood().bot();

          assertThat(wish)
              .isEqualTo(new BotWish(Permissions.known(number.longValue()), null, false));
        });
  }

  @ParameterizedTest
  @Attack("B-02")
  @ValueSource(strings = {"-1", "+1", "0x8", "8.0", "1e3", "eight", "8 ", "\u0668", "true"})
  void permissions_that_are_no_number_are_refused(String permissions) {
    assertThat(Asking.forBot().with("permissions", permissions).read())
        .isInstanceOf(Reading.Untold.class);
    assertThat(
            Asking.confidential()
                .with("scope", "bot identify")
                .with("permissions", permissions)
                .sentBack()
                .parameters())
        .containsEntry("error", "invalid_request");
  }

  @Test
  @Attack("B-02")
  void a_number_without_end_is_refused() {
    assertThat(Asking.forBot().with("permissions", "9".repeat(101)).read())
        .isInstanceOf(Reading.Untold.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "99999999999999999999", "07"})
  void a_guild_that_is_no_snowflake_is_refused(String guild) {
    assertThat(Asking.forBot().with("guild_id", guild).read()).isInstanceOf(Reading.Untold.class);
  }

  @Test
  void where_no_bot_is_asked_for_its_parameters_mean_nothing() {
    assertThat(
            Asking.confidential().with("permissions", "8").with("guild_id", "7").understood().bot())
        .isNull();
  }

  @Test
  @Attack("R-09")
  void a_parameter_that_comes_twice_is_refused() {
    assertThat(Asking.read(Asking.forBot().query() + "&permissions=8"))
        .isInstanceOf(Reading.Untold.class);
    assertThat(Asking.read(Asking.forBot().query() + "&scope=bot"))
        .isEqualTo(new Reading.Unanswerable(Problem.NO_REDIRECT_URI));
  }

  @Test
  void a_request_is_read_again_from_its_own_parameters() {
    Property.forAll(
        200,
        gen -> {
          var asking = Asking.forBot().with("permissions", "" + gen.natural());
          if (gen.coin()) {
            asking = asking.with("guild_id", "" + gen.natural());
          }
          if (gen.coin()) {
            asking = asking.with("disable_guild_select", "true");
          }
          var request = asking.understood();

          assertThat(Asking.REQUESTS.read(Parameters.of(request.parameters()), TestClock.START))
              .isEqualTo(new Reading.Understood(request));
        });
  }
}
