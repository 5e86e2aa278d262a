package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildStore.Membership;
import com.astraof.oauth2.core.guild.GuildStore.Page;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guilds and who is in them. */
abstract class GuildStoreContract extends StoreContract {

  private boolean found(long id, int most) {
    return Founding.guild(storage(), id, Fixtures.person(1, "ada", 1, null), most);
  }

  private List<Long> page(int limit, @Nullable Long before, @Nullable Long after) {
    var page =
        new Page(
            limit,
            before == null ? null : new GuildId(before),
            after == null ? null : new GuildId(after),
            false);
    return storage().guilds().guildsOf(ADA, page).stream()
        .map(membership -> membership.guild().id().value())
        .toList();
  }

  @Test
  void a_founder_owns_the_guild_and_may_do_everything() {
    found(10, 100);

    Membership membership =
        storage().guilds().guildsOf(ADA, new Page(10, null, null, true)).getFirst();

    assertThat(membership.isOwner()).isTrue();
    assertThat(membership.permissions()).isEqualTo(Permissions.ALL);
    assertThat(membership.members()).isEqualTo(1);
    assertThat(membership.guild().systemChannel()).isEqualTo(new ChannelId(11));
    assertThat(membership.guild().features()).isEqualTo(Guild.FEATURES);
    assertThat(storage().guilds().guildsOf(new UserId(9), Page.first(10))).isEmpty();
  }

  @Test
  void pages_ascend_between_their_bounds() {
    for (long id = 10; id <= 50; id += 10) {
      found(id, 100);
    }

    assertThat(page(3, null, null)).containsExactly(10L, 20L, 30L);
    assertThat(page(2, null, 20L)).containsExactly(30L, 40L);
    assertThat(page(2, 40L, null)).containsExactly(20L, 30L);
    assertThat(page(9, 40L, 10L)).containsExactly(20L, 30L);
  }

  @Test
  void nobody_founds_more_than_may_be() {
    assertThat(found(10, 2)).isTrue();
    assertThat(found(20, 2)).isTrue();
    assertThat(found(30, 2)).isFalse();

    assertThat(page(10, null, null)).containsExactly(10L, 20L);
  }
}
