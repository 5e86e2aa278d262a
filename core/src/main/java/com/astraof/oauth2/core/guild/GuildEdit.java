package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;

/** One thing that a rule changes about a guild. Those of one decision are written as one. */
public sealed interface GuildEdit {
  /** Name, icon, channels of note; never the id. */
  record ChangeGuild(Guild after) implements GuildEdit {}

  /** With all that belongs to it. */
  record DeleteGuild() implements GuildEdit {}

  record AddMember(Member member) implements GuildEdit {}

  /** Nick, roles and restraints of who is a member already. */
  record ChangeMember(Member after) implements GuildEdit {}

  record RemoveMember(UserId user) implements GuildEdit {}

  record AddRole(Role role) implements GuildEdit {}

  record ChangeRole(Role after) implements GuildEdit {}

  /** From the guild, its members and its channels' overwrites. */
  record RemoveRole(RoleId role) implements GuildEdit {}

  record AddChannel(Channel channel) implements GuildEdit {}

  record AddBan(Ban ban) implements GuildEdit {}

  record LiftBan(UserId user) implements GuildEdit {}

  /** What the user wrote in any channel of the guild since then. */
  record DeleteMessages(UserId author, Instant since) implements GuildEdit {}

  record AddInvite(Invite invite) implements GuildEdit {}

  /** Somebody came in by the invite with this code. */
  record UseInvite(String code) implements GuildEdit {}

  record Note(AuditEvent event) implements GuildEdit {}
}
