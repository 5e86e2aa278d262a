package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.id.GuildId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes what was decided about one guild, in its connection's transaction. */
final class SqlGuildEdits {
  private static final String CHANGE = "update guilds set name = ?, icon = ? where id = ?";

  /** Each takes the guild's id. */
  private static final List<String> DELETE =
      List.of(
          "delete from messages where channel_id in (select id from channels where guild_id = ?)",
          """
          delete from channel_overwrites
          where channel_id in (select id from channels where guild_id = ?)
          """,
          "delete from channels where guild_id = ?",
          "delete from member_roles where guild_id = ?",
          "delete from members where guild_id = ?",
          "delete from roles where guild_id = ?",
          "delete from bans where guild_id = ?",
          "delete from invites where guild_id = ?",
          "delete from guilds where id = ?");

  private final Connection connection;
  private final GuildId guild;

  SqlGuildEdits(Connection connection, GuildId guild) {
    this.connection = connection;
    this.guild = guild;
  }

  void write(List<GuildEdit> edits) throws SQLException {
    for (GuildEdit edit : edits) {
      write(edit);
    }
  }

  private void write(GuildEdit edit) throws SQLException {
    switch (edit) {
      case GuildEdit.ChangeGuild(var after) -> change(after);
      case GuildEdit.DeleteGuild() -> delete();
      case GuildEdit.AddMember(var member) -> add(member);
      case GuildEdit.ChangeMember(var after) -> SqlMembers.change(connection, guild, after);
      case GuildEdit.RemoveMember(var user) -> SqlMembers.remove(connection, guild, user);
      case GuildEdit.AddRole(var role) -> add(role);
      case GuildEdit.ChangeRole(var after) -> SqlRoles.change(connection, after);
      case GuildEdit.RemoveRole(var role) -> SqlRoles.remove(connection, role);
      case GuildEdit.AddChannel(var channel) -> add(channel);
      case GuildEdit.AddBan(var ban) -> SqlBans.add(connection, guild, ban);
      case GuildEdit.LiftBan(var user) -> SqlBans.lift(connection, guild, user);
      case GuildEdit.DeleteMessages(var author, var since) ->
          SqlMessageStore.delete(connection, guild, author, since);
      case GuildEdit.AddInvite(var invite) -> SqlInvites.add(connection, guild, invite);
      case GuildEdit.UseInvite(var code) -> SqlInvites.use(connection, code);
      case GuildEdit.Note(var event) -> SqlAuditLog.insert(connection, event);
    }
  }

  void add(Member member) throws SQLException {
    SqlMembers.add(connection, guild, member);
  }

  void add(Role role) throws SQLException {
    SqlRoles.add(connection, role);
  }

  void add(Channel channel) throws SQLException {
    SqlChannels.add(connection, channel);
  }

  private void change(Guild after) throws SQLException {
    Sql.update(connection, CHANGE, after.name(), after.icon(), guild);
  }

  private void delete() throws SQLException {
    for (String statement : DELETE) {
      Sql.update(connection, statement, guild);
    }
  }
}
