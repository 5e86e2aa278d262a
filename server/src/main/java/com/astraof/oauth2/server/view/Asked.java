package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.protocol.Scope;

/**
 * A scope that an app asks for.
 *
 * @param isOptional whether the user may leave it out
 */
public record Asked(Scope scope, boolean isOptional) {
  private static final String PREFIX = "scope.";

  /** The name under which a form says that an optional scope was left in. */
  public static String fieldOf(Scope scope) {
    return PREFIX + scope.wire();
  }

  public String field() {
    return fieldOf(scope);
  }

  public Ability ability() {
    return Ability.of(scope);
  }
}
