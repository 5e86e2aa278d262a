package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorizationUrlTest {
  @Test
  void it_is_spelled_like_that_of_the_documentation() {
    var url = url(Scopes.of(Scope.GUILDS, Scope.IDENTIFY), "https://app.example/cb?a=b c~*");

    assertThat(url.value())
        .isEqualTo(
            "https://astral.example/oauth2/authorize?client_id=17"
                + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fa%3Db+c%7E*"
                + "&response_type=code&scope=identify+guilds");
    assertThat(url.path()).isEqualTo(url.value().substring("https://astral.example".length()));
  }

  @Test
  void a_bot_that_is_only_added_needs_no_address_to_come_back_to() {
    var url = url(Scopes.of(Scope.BOT), null);

    assertThat(url.value())
        .isEqualTo(
            "https://astral.example/oauth2/authorize?client_id=17&scope=bot&permissions=2050");
    assertThat(url.lacksRedirectUri()).isFalse();
  }

  @Test
  void permissions_are_asked_for_with_a_bot_alone() {
    var withBot = url(Scopes.of(Scope.IDENTIFY, Scope.BOT), "https://app.example");
    var without = url(Scopes.of(Scope.IDENTIFY), "https://app.example");

    assertThat(withBot.value()).endsWith("&scope=identify+bot&permissions=2050");
    assertThat(without.value()).doesNotContain("permissions");
  }

  @Test
  void what_is_missing_is_known() {
    assertThat(url(Scopes.NONE, null).lacksScope()).isTrue();
    assertThat(url(Scopes.NONE, null).lacksRedirectUri()).isFalse();
    assertThat(url(Scopes.of(Scope.EMAIL), null).lacksRedirectUri()).isTrue();
    assertThat(url(Scopes.of(Scope.BOT, Scope.EMAIL), null).lacksRedirectUri()).isTrue();
    assertThat(url(Scopes.of(Scope.EMAIL), "https://app.example").lacksRedirectUri()).isFalse();
  }

  private static AuthorizationUrl url(Scopes scopes, @Nullable String redirectUri) {
    var permissions =
        new Permissions(Permission.SEND_MESSAGES.mask() | Permission.KICK_MEMBERS.mask());
    return new AuthorizationUrl("https://astral.example", "17", scopes, redirectUri, permissions);
  }
}
