package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.guild.RoleWish;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Roles as they travel: contract 2.7. */
final class RoleJson {
  private RoleJson() {}

  static ObjectNode of(Role role) {
    var look = role.look();
    return Json.object()
        .put("id", role.id().toString())
        .put("name", look.name())
        .put("color", look.color())
        .put("position", role.position())
        .put("hoist_position", look.hoistPosition())
        .put("permissions", role.permissions().toString())
        .put("hoist", look.hoist())
        .put("mentionable", look.mentionable());
  }

  /** Fields that are not there stay as they are. */
  static List<RoleWish> wishes(JsonBody body) {
    var wishes = new ArrayList<RoleWish>();
    if (body.has("name")) {
      wishes.add(new RoleWish.Rename(body.string("name").orElse("")));
    }
    if (body.has("color")) {
      wishes.add(new RoleWish.Paint(body.integer("color").orElse(0)));
    }
    if (body.has("hoist")) {
      wishes.add(new RoleWish.Hoist(body.bool("hoist", false)));
    }
    if (body.has("hoist_position")) {
      wishes.add(new RoleWish.HoistAt(body.integer("hoist_position").orElse(null)));
    }
    if (body.has("mentionable")) {
      wishes.add(new RoleWish.Mentionable(body.bool("mentionable", false)));
    }
    PermissionField.in(body, "permissions").map(RoleWish.Allow::new).ifPresent(wishes::add);
    return wishes;
  }
}
