package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.MemberWish;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Members as they travel: contract 2.6. */
final class MemberJson {
  private MemberJson() {}

  static ObjectNode of(Member member, Instant now) {
    var json = Json.object();
    json.set("user", UserJson.partial(member.user()));
    json.put("nick", member.nick()).putNull("avatar").putNull("banner").putNull("accent_color");
    var roles = json.putArray("roles");
    member.roles().stream().map(RoleId::toString).sorted().forEach(roles::add);
    putJoining(json, member.joining());
    var restraints = member.restraints();
    boolean timedOut = restraints.isTimedOut(now);
    json.put("mute", restraints.mute() || timedOut).put("deaf", restraints.deaf());
    Instant until = restraints.timedOutUntil();
    return json.put(
        "communication_disabled_until", until == null || !timedOut ? null : Timestamps.text(until));
  }

  private static void putJoining(ObjectNode json, Member.Joining joining) {
    var way = joining.way();
    var inviter = joining.inviter();
    json.put("joined_at", Timestamps.text(joining.at()));
    json.put("join_source_type", way == null ? null : way.wire());
    json.put("source_invite_code", joining.invite());
    json.put("inviter_id", inviter == null ? null : inviter.toString());
  }

  /** Fields that are not there stay as they are. */
  static List<MemberWish> wishes(JsonBody body) {
    var wishes = new ArrayList<MemberWish>();
    if (body.has("nick")) {
      wishes.add(new MemberWish.Nick(body.string("nick").orElse(null)));
    }
    if (body.has("roles")) {
      wishes.add(new MemberWish.Roles(roles(body)));
    }
    if (body.has("mute")) {
      wishes.add(new MemberWish.Mute(body.bool("mute", false)));
    }
    if (body.has("deaf")) {
      wishes.add(new MemberWish.Deaf(body.bool("deaf", false)));
    }
    String timeout = "communication_disabled_until";
    if (body.has(timeout)) {
      var until = body.string(timeout).map(text -> Timestamps.read(text, timeout)).orElse(null);
      wishes.add(new MemberWish.TimeOut(until));
    }
    return wishes;
  }

  private static Set<RoleId> roles(JsonBody body) {
    var roles = new HashSet<RoleId>();
    int place = 0;
    for (String text : body.snowflakes("roles")) {
      roles.add(Ids.read(text, "roles." + place++, RoleId::parse));
    }
    return roles;
  }
}
