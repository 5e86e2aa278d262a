package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildFacts;
import com.astraof.oauth2.core.guild.Invite;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One guild as its connection's transaction sees it. */
final class SqlGuildFacts implements GuildFacts {
  private final Connection connection;
  private final Guild guild;
  private final boolean forChange;

  /** Asked for again and again; null until it is asked for first. */
  private @Nullable List<Role> roles;

  /**
   * @param forChange whether what is decided on these facts is written by the same transaction,
   *     which has the guild's turn
   */
  SqlGuildFacts(Connection connection, Guild guild, boolean forChange) {
    this.connection = connection;
    this.guild = guild;
    this.forChange = forChange;
  }

  @Override
  public Guild guild() {
    return guild;
  }

  @Override
  public List<Role> roles() {
    if (roles == null) {
      roles = asked(() -> SqlRoles.ofGuild(connection, guild.id()));
    }
    return roles;
  }

  @Override
  public Optional<Member> member(UserId user) {
    return asked(() -> SqlMembers.find(connection, guild.id(), user));
  }

  @Override
  public int memberCount() {
    return asked(() -> SqlMembers.count(connection, guild.id()));
  }

  @Override
  public List<Channel> channels() {
    return asked(() -> SqlChannels.ofGuild(connection, guild.id()));
  }

  @Override
  public Optional<Channel> channel(ChannelId id) {
    return asked(() -> SqlChannels.find(connection, guild.id(), id));
  }

  @Override
  public boolean isBanned(UserId user, Instant now) {
    return asked(() -> SqlBans.hold(connection, guild.id(), user, now));
  }

  @Override
  public Optional<Invite> invite(String code) {
    return asked(() -> SqlInvites.find(connection, guild.id(), code));
  }

  @Override
  public int inviteCount(Instant now) {
    return asked(() -> SqlInvites.count(connection, guild.id(), now));
  }

  @Override
  public int guildsOf(UserId user) {
    return asked(
        () -> {
          if (forChange) {
            // Other guilds may be taking the same user in.
            Turns.ofUser(connection, user);
          }
          return SqlMembers.guildsOf(connection, user);
        });
  }

  private static <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new StoreUnavailable("A guild could not be read", e);
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }
}
