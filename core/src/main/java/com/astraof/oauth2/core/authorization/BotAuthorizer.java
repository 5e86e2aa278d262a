package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.AuthorizationResponse.BotPlace;
import com.astraof.oauth2.core.guild.BotAddition;
import com.astraof.oauth2.core.guild.BotAddition.Invitation;
import com.astraof.oauth2.core.guild.BotAddition.Prospect;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildOutcome;
import com.astraof.oauth2.core.guild.GuildRefusal;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scopes;
import java.util.Optional;

/**
 * The bot authorization flow: who may add a bot where, and with which permissions (contract 8). The
 * bot is in its guild before a code is made, so that no code outlives a refusal.
 */
public final class BotAuthorizer {
  private final BotAddition bots;
  private final Authorizer authorizer;
  private final UserStore users;

  public BotAuthorizer(BotAddition bots, Authorizer authorizer, UserStore users) {
    this.bots = bots;
    this.authorizer = authorizer;
    this.users = users;
  }

  /** Why this user need not even be asked; empty where nothing stands against it. */
  public Optional<Obstacle> obstacle(AuthorizationRequest request, User user) {
    Application application = request.application();
    if (!application.bot().isPublic() && !application.owner().equals(user.id())) {
      return Optional.of(Obstacle.PRIVATE_BOT);
    }
    return application.bot().requiresCodeGrant() && request.recipient() == null
        ? Optional.of(Obstacle.CODE_GRANT_REQUIRED)
        : Optional.empty();
  }

  /** What the user can decide about the bot in this guild; empty for a guild they are not in. */
  public Optional<Prospect> prospect(AuthorizationRequest request, GuildId guild, UserId user) {
    return bots.prospect(guild, user, request.application().botUser());
  }

  /**
   * The user said yes.
   *
   * @param mayUpdate whether a bot that is there already gets the permissions anew
   */
  public Outcome approve(
      AuthorizationRequest request, Choice choice, boolean mayUpdate, Session session, Act act) {
    User user = session.user();
    var obstacle = obstacle(request, user);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(obstacle.get());
    }
    Application application = request.application();
    User bot = users.find(application.botUser()).orElse(null);
    if (bot == null) {
      return new Outcome.NotAdded(GuildRefusal.UNKNOWN_USER);
    }
    var invitation =
        new Invitation(choice.guild(), user.id(), bot, application.name(), choice.permissions());
    var added = mayUpdate ? bots.addOrUpdate(invitation, act) : bots.add(invitation, act);
    return switch (added) {
      case GuildOutcome.Done(var guild) -> {
        var place = new BotPlace(choice.guild(), choice.permissions());
        var answer = authorizer.approve(request, choice.scopes(), place, session, act);
        yield new Outcome.Added(guild, answer);
      }
      case GuildOutcome.Refused(var why) -> new Outcome.NotAdded(why);
      case GuildOutcome.Invalid(var problems) ->
          throw new IllegalStateException("An invitation has no fields: " + problems);
    };
  }

  /**
   * What the user decided.
   *
   * @param permissions that the bot gets
   * @param scopes the optional ones that were left in
   */
  public record Choice(GuildId guild, Permissions permissions, Scopes scopes) {}

  /** Why a bot is not for this user to add, or not in this way. */
  public enum Obstacle {
    /** It is the owner's alone. */
    PRIVATE_BOT,
    /** Its app wants a code for it. */
    CODE_GRANT_REQUIRED
  }

  /** What became of it. */
  public sealed interface Outcome {
    /**
     * @param answer for the app; empty where it waits for none
     */
    record Added(Guild guild, Optional<AuthorizationResponse> answer) implements Outcome {}

    record NotAdded(GuildRefusal why) implements Outcome {}

    record Refused(Obstacle obstacle) implements Outcome {}
  }
}
