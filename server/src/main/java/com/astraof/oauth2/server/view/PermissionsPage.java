package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;

/** {@code /permissions}: every permission that a bot can ask for, in words and in numbers. */
public record PermissionsPage(Frame frame) {
  /** Whether every member of a new guild has it. */
  public static boolean isEveryones(Permission permission) {
    return Permissions.DEFAULT.contains(permission);
  }

  /** How developers write it: name, bit and value. */
  public static String codeOf(Permission permission) {
    int bit = Long.numberOfTrailingZeros(permission.mask());
    return permission.name() + " = 1 << " + bit + " = " + permission.mask();
  }
}
