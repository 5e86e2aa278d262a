package com.astraof.oauth2.core.guild;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Gen;
import com.astraof.oauth2.core.testing.Property;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  @Test
  void a_member_may_do_what_everyone_and_the_roles_may_together() {
    Property.forAll(
        2_000,
        gen -> {
          boolean isOwner = gen.below(5) == 0;
          var everyone = some(gen);
          var roles = several(gen);

          var actual =
              Permissions.ofMember(
                  isOwner, set(everyone), roles.stream().map(PermissionsTest::set).toList());

          assertThat(named(actual)).isEqualTo(model(isOwner, everyone, roles));
        });
  }

  /** Contract 3, steps 1 and 2, word for word. */
  private static Set<Permission> model(
      boolean isOwner, Set<Permission> everyone, List<Set<Permission>> roles) {
    var all = EnumSet.allOf(Permission.class);
    if (isOwner) {
      return all;
    }
    var base = EnumSet.noneOf(Permission.class);
    base.addAll(everyone);
    roles.forEach(base::addAll);
    return base.contains(Permission.ADMINISTRATOR) ? all : base;
  }

  @Test
  void an_administrator_may_do_everything() {
    Property.forAll(
        300,
        gen -> {
          var roles = new ArrayList<>(several(gen).stream().map(PermissionsTest::set).toList());
          roles.add(gen.below(roles.size() + 1), set(Set.of(Permission.ADMINISTRATOR)));

          assertThat(Permissions.ofMember(false, set(some(gen)), roles)).isEqualTo(Permissions.ALL);
        });
  }

  @Test
  void another_role_never_takes_anything_away() {
    Property.forAll(
        500,
        gen -> {
          var everyone = set(some(gen));
          var roles = new ArrayList<>(several(gen).stream().map(PermissionsTest::set).toList());
          var before = Permissions.ofMember(false, everyone, roles);
          roles.add(gen.below(roles.size() + 1), set(some(gen)));

          var after = Permissions.ofMember(false, everyone, roles);

          assertThat(named(after)).containsAll(named(before));
        });
  }

  @Test
  @Attack("B-02")
  void bits_without_a_meaning_are_dropped() {
    Property.forAll(
        500,
        gen -> {
          long bits = gen.number();

          var known = Permissions.known(bits);

          assertThat(known.bits() & ~Permissions.ALL.bits()).isZero();
          assertThat(known.bits()).isEqualTo(bits & Permissions.ALL.bits());
        });
  }

  @Test
  @Attack("B-02")
  void bit_60_vanishes_and_bit_5_stays() {
    assertThat(Permissions.known(1L << 60 | 1L << 5)).isEqualTo(new Permissions(1L << 5));
    assertThat(Permissions.known(-1)).isEqualTo(Permissions.ALL);
  }

  @Test
  void the_bits_are_those_of_the_contract() {
    long assigned =
        LongStream.concat(
                LongStream.rangeClosed(0, 30).filter(bit -> bit != 19),
                LongStream.of(37, 40, 43, 51, 52, 53))
            .map(bit -> 1L << bit)
            .sum();

    assertThat(Permissions.ALL.bits()).isEqualTo(assigned);
    assertThat(Permissions.ALL).hasToString(Long.toString(assigned));
    assertThat(Permission.MANAGE_GUILD.mask()).isEqualTo(1L << 5);
    assertThat(Permission.ADMINISTRATOR.mask()).isEqualTo(1L << 3);
    assertThat(Permission.MANAGE_ROLES.mask()).isEqualTo(1L << 28);
  }

  @Test
  void everyone_of_a_new_guild_has_the_starred_ones() {
    long starred =
        LongStream.of(0, 6, 9, 10, 11, 14, 15, 16, 18, 20, 21, 25, 26, 37, 43)
            .map(bit -> 1L << bit)
            .sum();

    assertThat(Permissions.DEFAULT.bits()).isEqualTo(starred);
  }

  private static Set<Permission> some(Gen gen) {
    var some = EnumSet.noneOf(Permission.class);
    for (int i = gen.below(6); i > 0; i--) {
      some.add(gen.choice(Permission.values()));
    }
    return some;
  }

  private static List<Set<Permission>> several(Gen gen) {
    var several = new ArrayList<Set<Permission>>();
    for (int i = gen.below(5); i > 0; i--) {
      several.add(some(gen));
    }
    return several;
  }

  private static Permissions set(Set<Permission> permissions) {
    return new Permissions(permissions.stream().mapToLong(Permission::mask).sum());
  }

  private static Set<Permission> named(Permissions permissions) {
    var named = EnumSet.allOf(Permission.class);
    named.removeIf(permission -> !permissions.contains(permission));
    return named;
  }
}
