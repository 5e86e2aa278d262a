package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MAX_INVITES;
import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_INVITE;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.guild.Invite.Terms;
import com.astraof.oauth2.core.guild.Member.Joining;
import com.astraof.oauth2.core.guild.Member.Way;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Entropy;
import java.time.Instant;

/** Invites into guilds, made and followed. */
public final class Invites {
  private static final int MOST = 1_000;
  private static final int CODE_LENGTH = 10;
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final GuildStore store;
  private final GuildDoor door;
  private final Entropy entropy;

  public Invites(GuildStore store, Entropy entropy) {
    this.store = store;
    this.door = new GuildDoor(store);
    this.entropy = entropy;
  }

  /** With CREATE_INSTANT_INVITE in the channel. */
  public GuildOutcome<Invitation> create(
      ChannelId channel, UserId caller, Terms terms, Instant now) {
    var problems = terms.problems();
    var invite = new Invite(newCode(), channel, caller, terms, now, 0);
    return problems.isEmpty()
        ? door.change(channel, caller, (by, found) -> created(by, found, invite))
        : new GuildOutcome.Invalid<>(problems);
  }

  private static Decision<GuildOutcome<Invitation>> created(
      Insider by, Channel channel, Invite invite) {
    if (!by.standing().may(Permission.CREATE_INSTANT_INVITE, channel)) {
      return Decision.refused(MISSING_PERMISSIONS);
    }
    return by.facts().inviteCount(invite.createdAt()) < MOST
        ? Decision.done(
            new Invitation(invite, by.facts().guild(), channel), new GuildEdit.AddInvite(invite))
        : Decision.refused(MAX_INVITES);
  }

  private String newCode() {
    var code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(ALPHABET.charAt(entropy.below(ALPHABET.length())));
    }
    return code.toString();
  }

  /**
   * Brings the user in, and counts it in the same change, so that of any number at once no more
   * come in than may. To members nothing happens.
   */
  public GuildOutcome<Invitation> accept(String code, User user, Instant now) {
    return store
        .guildOfInvite(code)
        .flatMap(guild -> store.change(guild, facts -> accepted(facts, code, user, now)))
        .orElseGet(() -> GuildOutcome.refused(UNKNOWN_INVITE));
  }

  private static Decision<GuildOutcome<Invitation>> accepted(
      GuildFacts facts, String code, User user, Instant now) {
    var invite = facts.invite(code).filter(found -> found.isAlive(now)).orElse(null);
    if (invite == null) {
      return Decision.refused(UNKNOWN_INVITE);
    }
    var channel = facts.channel(invite.channel()).orElseThrow();
    var invitation = new Invitation(invite, facts.guild(), channel);
    if (facts.member(user.id()).isPresent()) {
      return Decision.done(invitation);
    }
    var refusal = Admission.refusal(facts, user.id(), now);
    if (refusal.isPresent()) {
      return Decision.refused(refusal.get());
    }
    var joining = new Joining(now, Way.INVITE, invite.inviter(), code);
    return Decision.done(
        invitation,
        new GuildEdit.UseInvite(code),
        new GuildEdit.AddMember(Member.newcomer(user, joining)));
  }

  /** An invite, as it was before this use, and where it leads. */
  public record Invitation(Invite invite, Guild guild, Channel channel) {}
}
