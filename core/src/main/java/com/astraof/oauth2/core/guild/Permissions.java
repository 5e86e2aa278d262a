package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.Snowflake;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A set of permissions. Travels as a decimal string; bits without a meaning are dropped silently
 * (contract 3).
 */
public record Permissions(long bits) {
  public static final Permissions ALL = having(permission -> true);
  public static final Permissions NONE = new Permissions(0);

  /** What @everyone of a new guild may do. */
  public static final Permissions DEFAULT = having(Permission::isDefault);

  /** Reads the decimal form; empty for what is no number of 63 bits without a sign. */
  public static Optional<Permissions> parse(String text) {
    return Snowflake.parse(text).map(Permissions::known);
  }

  /** A set of whatever bits came from outside. */
  public static Permissions known(long bits) {
    return new Permissions(bits & ALL.bits);
  }

  public static Permissions of(Collection<Permission> permissions) {
    return having(permissions::contains);
  }

  /** Contract 3, steps 1 and 2: what a member may do in the guild as a whole. */
  public static Permissions ofMember(
      boolean isOwner, Permissions everyone, Collection<Permissions> roles) {
    if (isOwner) {
      return ALL;
    }
    Permissions base = everyone;
    for (Permissions role : roles) {
      base = base.or(role);
    }
    return base.contains(Permission.ADMINISTRATOR) ? ALL : base;
  }

  public boolean contains(Permission permission) {
    return (bits & permission.mask()) != 0;
  }

  public Permissions or(Permissions other) {
    return new Permissions(bits | other.bits);
  }

  public Permissions and(Permissions other) {
    return new Permissions(bits & other.bits);
  }

  public Permissions minus(Permissions other) {
    return new Permissions(bits & ~other.bits);
  }

  public boolean containsAll(Permissions others) {
    return (others.bits & ~bits) == 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  /** In the order of their bits. */
  public Stream<Permission> stream() {
    return Arrays.stream(Permission.values()).filter(this::contains);
  }

  private static Permissions having(Predicate<Permission> condition) {
    long bits =
        Arrays.stream(Permission.values())
            .filter(condition)
            .mapToLong(Permission::mask)
            .reduce(0, (a, b) -> a | b);
    return new Permissions(bits);
  }

  @Override
  public String toString() {
    return Long.toString(bits);
  }
}
