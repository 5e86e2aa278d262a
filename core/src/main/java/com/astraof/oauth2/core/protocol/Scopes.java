package com.astraof.oauth2.core.protocol;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of scopes, never empty of meaning: unknown names are refused, duplicates collapse, the
 * order is fixed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749 §3.3</a>
 */
public record Scopes(long bits) implements Iterable<Scope> {
  public static final Scopes NONE = new Scopes(0);

  public static Scopes of(Scope... scopes) {
    return of(List.of(scopes));
  }

  public static Scopes of(Collection<Scope> scopes) {
    long bits = 0;
    for (Scope scope : scopes) {
      bits |= scope.bit();
    }
    return new Scopes(bits);
  }

  /**
   * What the text asks for: {@link Asked} or, when it is empty or names a scope that does not
   * exist, {@link Unknown}.
   */
  public static Reading read(String text) {
    long bits = 0;
    for (String name : text.split(" ", -1)) {
      if (name.isEmpty()) {
        continue;
      }
      var scope = Scope.named(name);
      if (scope.isEmpty()) {
        return new Unknown(name);
      }
      bits |= scope.get().bit();
    }
    return bits == 0 ? new Unknown("") : new Asked(new Scopes(bits));
  }

  public boolean contains(Scope scope) {
    return (bits & scope.bit()) != 0;
  }

  public boolean containsAll(Scopes others) {
    return (others.bits & ~bits) == 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  public Scopes minus(Scopes others) {
    return new Scopes(bits & ~others.bits);
  }

  public Scopes plus(Scopes others) {
    return new Scopes(bits | others.bits);
  }

  public Scopes and(Scopes others) {
    return new Scopes(bits & others.bits);
  }

  public Stream<Scope> stream() {
    return Stream.of(Scope.values()).filter(this::contains);
  }

  @Override
  public Iterator<Scope> iterator() {
    return stream().collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))).iterator();
  }

  /** As it travels: space separated, in the fixed order. */
  @Override
  public String toString() {
    return stream().map(Scope::wire).collect(Collectors.joining(" "));
  }

  /** What {@link #read} found. */
  public sealed interface Reading {}

  public record Asked(Scopes scopes) implements Reading {}

  /**
   * @param name the first name that is no scope; empty when no scope was named at all
   */
  public record Unknown(String name) implements Reading {}
}
