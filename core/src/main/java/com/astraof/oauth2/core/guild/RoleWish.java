package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.guild.Role.Look;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing to be chosen or changed about a role. Nothing of it has been checked. */
public sealed interface RoleWish {
  /** Why it cannot be, on its field of contract 6. */
  default Optional<FieldProblem> problem() {
    return Optional.empty();
  }

  Role applyTo(Role role);

  /** {@code name}. */
  record Rename(String name) implements RoleWish {
    @Override
    public Optional<FieldProblem> problem() {
      return Length.problem("name", name, Length.NAME);
    }

    @Override
    public Role applyTo(Role role) {
      Look old = role.look();
      return role.with(
          new Look(name, old.color(), old.hoist(), old.hoistPosition(), old.mentionable()));
    }
  }

  /** {@code color}: 0 to 0xFFFFFF. */
  record Paint(int color) implements RoleWish {
    private static final int WHITE = 0xFFFFFF;

    @Override
    public Optional<FieldProblem> problem() {
      return color < 0 || color > WHITE
          ? Optional.of(new FieldProblem("color", "A colour is 0 to " + WHITE + "."))
          : Optional.empty();
    }

    @Override
    public Role applyTo(Role role) {
      Look old = role.look();
      return role.with(
          new Look(old.name(), color, old.hoist(), old.hoistPosition(), old.mentionable()));
    }
  }

  /** {@code hoist}. */
  record Hoist(boolean on) implements RoleWish {
    @Override
    public Role applyTo(Role role) {
      Look old = role.look();
      return role.with(
          new Look(old.name(), old.color(), on, old.hoistPosition(), old.mentionable()));
    }
  }

  /**
   * {@code hoist_position}.
   *
   * @param position null for by its rank
   */
  record HoistAt(@Nullable Integer position) implements RoleWish {
    @Override
    public Role applyTo(Role role) {
      Look old = role.look();
      return role.with(new Look(old.name(), old.color(), old.hoist(), position, old.mentionable()));
    }
  }

  /** {@code mentionable}. */
  record Mentionable(boolean on) implements RoleWish {
    @Override
    public Role applyTo(Role role) {
      Look old = role.look();
      return role.with(new Look(old.name(), old.color(), old.hoist(), old.hoistPosition(), on));
    }
  }

  /** {@code permissions}. */
  record Allow(Permissions permissions) implements RoleWish {
    @Override
    public Role applyTo(Role role) {
      return role.with(permissions);
    }
  }
}
