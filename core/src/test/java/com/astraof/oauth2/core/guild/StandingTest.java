package com.astraof.oauth2.core.guild;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.guild.Role.Look;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract 3 against a model that takes it word for word. */
class StandingTest {
  private static final GuildId GUILD = new GuildId(1);
  private static final UserId USER = new UserId(50);

  @Test
  @Attack("B-09")
  void in_a_channel_a_member_may_what_the_contract_computes() {
    Property.forAll(
        4_000,
        gen -> {
          var standing = standing(gen);
          var channel = channel(gen, standing);

          assertThat(named(standing.in(channel))).isEqualTo(model(standing, channel));
        });
  }

  /** Step 1 to 3, one permission after the other. */
  private static Set<Permission> model(Standing standing, Channel channel) {
    var all = EnumSet.allOf(Permission.class);
    if (standing.isOwner()) {
      return all;
    }
    var base = named(standing.everyone().permissions());
    standing.roles().forEach(role -> base.addAll(named(role.permissions())));
    if (base.contains(Permission.ADMINISTRATOR)) {
      return all;
    }
    var own = standing.roles().stream().map(Role::id).toList();
    for (Permission permission : Permission.values()) {
      boolean held = base.contains(permission);
      held = after(held, permission, channel, List.of(new Target.OfRole(RoleId.everyone(GUILD))));
      held =
          after(held, permission, channel, own.stream().<Target>map(Target.OfRole::new).toList());
      held = after(held, permission, channel, List.of(new Target.OfMember(USER)));
      boolean _ = held ? base.add(permission) : base.remove(permission);
    }
    return base;
  }

  private static boolean after(
      boolean before, Permission permission, Channel channel, List<Target> targets) {
    var about =
        channel.overwrites().stream().filter(one -> targets.contains(one.target())).toList();
    if (about.stream().anyMatch(one -> one.allow().contains(permission))) {
      return true;
    }
    return before && about.stream().noneMatch(one -> one.deny().contains(permission));
  }

  @Test
  void owners_and_administrators_are_bound_by_no_overwrite() {
    Property.forAll(
        500,
        gen -> {
          var standing = standing(gen);
          var channel = channel(gen, standing);
          boolean dominates =
              standing.isOwner() || standing.inGuild().contains(Permission.ADMINISTRATOR);

          if (dominates) {
            assertThat(standing.in(channel)).isEqualTo(Permissions.ALL);
          }
          assertThat(standing.inGuild().equals(Permissions.ALL)).isEqualTo(dominates);
        });
  }

  @Test
  void without_overwrites_a_channel_is_as_the_guild() {
    Property.forAll(
        500,
        gen -> {
          var standing = standing(gen);

          assertThat(standing.in(channelWith(List.of()))).isEqualTo(standing.inGuild());
        });
  }

  @Test
  void to_allow_more_never_takes_anything_away() {
    Property.forAll(
        1_000,
        gen -> {
          var standing = standing(gen);
          var before = channel(gen, standing);
          if (before.overwrites().isEmpty()) {
            return;
          }
          var overwrites = new ArrayList<>(before.overwrites());
          int which = gen.below(overwrites.size());
          var old = overwrites.get(which);
          var more = new Overwrite(old.target(), old.allow().or(some(gen)), old.deny());
          overwrites.set(which, more);

          assertThat(named(standing.in(channelWith(overwrites))))
              .containsAll(named(standing.in(before)));
        });
  }

  @Test
  void the_order_of_overwrites_and_roles_does_not_matter() {
    Property.forAll(
        500,
        gen -> {
          var standing = standing(gen);
          var channel = channel(gen, standing);
          var random = new Random(gen.number());
          var overwrites = new ArrayList<>(channel.overwrites());
          Collections.shuffle(overwrites, random);
          var roles = new ArrayList<>(standing.roles());
          Collections.shuffle(roles, random);
          var shuffled = new Standing(USER, standing.isOwner(), standing.everyone(), roles);

          assertThat(shuffled.in(channelWith(overwrites))).isEqualTo(standing.in(channel));
        });
  }

  @Test
  @Attack("B-11")
  void rank_is_a_strict_order() {
    Property.forAll(
        2_000,
        gen -> {
          var all = roles(gen);
          var one = member(gen, 1, all, gen.below(6) == 0);
          var two = member(gen, 2, all, !one.isOwner() && gen.below(6) == 0);
          var three = member(gen, 3, all, false);

          assertThat(one.outranks(one)).isFalse();
          assertThat(one.outranks(two) && two.outranks(one)).isFalse();
          if (one.outranks(two) && two.outranks(three)) {
            assertThat(one.outranks(three)).isTrue();
          }
          if (two.isOwner()) {
            assertThat(one.outranks(two)).isFalse();
          }
        });
  }

  @Test
  @Attack("B-11")
  void who_outranks_a_member_outranks_every_role_of_theirs_and_none_of_their_own() {
    Property.forAll(
        1_000,
        gen -> {
          var all = roles(gen);
          var one = member(gen, 1, all, false);
          var two = member(gen, 2, all, false);

          if (one.outranks(two)) {
            assertThat(two.roles()).allMatch(one::outranks);
          }
          one.roles().stream()
              .filter(role -> one.roles().stream().noneMatch(other -> other.isAbove(role)))
              .forEach(highest -> assertThat(one.outranks(highest)).isFalse());
        });
  }

  @Test
  @Attack("B-02")
  @Attack("B-11")
  void nobody_grants_what_they_do_not_hold() {
    Property.forAll(
        2_000,
        gen -> {
          var standing = standing(gen);
          var wanted = some(gen);

          boolean may = standing.mayGrant(wanted);

          var held = named(standing.inGuild());
          assertThat(may)
              .isEqualTo(held.contains(Permission.MANAGE_ROLES) && held.containsAll(named(wanted)));
          if (may) {
            assertThat(standing.inGuild().or(wanted)).isEqualTo(standing.inGuild());
          }
        });
  }

  private static Standing standing(Gen gen) {
    return member(gen, USER.value(), roles(gen), gen.below(8) == 0);
  }

  private static Standing member(Gen gen, long id, List<Role> all, boolean isOwner) {
    var own = all.stream().filter(_ -> gen.coin()).toList();
    var everyone = Role.everyone(GUILD).with(some(gen));
    return new Standing(new UserId(id), isOwner, everyone, own);
  }

  /** Several with the same position. */
  private static List<Role> roles(Gen gen) {
    var roles = new ArrayList<Role>();
    for (int i = gen.below(6); i > 0; i--) {
      var id = new RoleId(100 + i);
      var permissions = some(gen);
      roles.add(new Role(id, GUILD, Look.named("r" + i), gen.between(1, 3), permissions, null));
    }
    return roles;
  }

  /** About the member, about others and about everyone. */
  private static Channel channel(Gen gen, Standing standing) {
    var targets = new ArrayList<Target>();
    targets.add(new Target.OfRole(RoleId.everyone(GUILD)));
    targets.add(new Target.OfRole(new RoleId(999)));
    targets.add(new Target.OfMember(USER));
    targets.add(new Target.OfMember(new UserId(GUILD.value())));
    standing.roles().forEach(role -> targets.add(new Target.OfRole(role.id())));
    return channelWith(
        targets.stream()
            .filter(_ -> gen.coin())
            .map(target -> new Overwrite(target, some(gen), some(gen)))
            .toList());
  }

  private static Channel channelWith(List<Overwrite> overwrites) {
    return new Channel(
        new ChannelId(7),
        GUILD,
        Channel.Type.TEXT,
        Channel.About.named("c"),
        new Channel.Place(0, null),
        overwrites,
        null);
  }

  private static Permissions some(Gen gen) {
    long bits = 0;
    for (int i = gen.below(8); i > 0; i--) {
      bits |= gen.choice(Permission.values()).mask();
    }
    return new Permissions(bits);
  }

  private static Set<Permission> named(Permissions permissions) {
    var named = EnumSet.allOf(Permission.class);
    named.removeIf(permission -> !permissions.contains(permission));
    return named;
  }
}
