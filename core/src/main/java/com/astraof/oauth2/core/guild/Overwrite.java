package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;

/** What a channel allows and denies to one role or one member, beyond the guild (contract 2.8). */
public record Overwrite(Target target, Permissions allow, Permissions deny) {

  /** Whom it is about. */
  public sealed interface Target {
    record OfRole(RoleId role) implements Target {}

    record OfMember(UserId user) implements Target {}
  }
}
