package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_CHANNEL;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_GUILD;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where wishes about a guild enter: the guild is to exist, then who asks is to be its member, and
 * only then a rule decides, on the guild as it is at that moment.
 */
final class GuildDoor {
  private final GuildStore store;

  GuildDoor(GuildStore store) {
    this.store = store;
  }

  <T> GuildOutcome<T> read(
      GuildId guild, UserId caller, Function<Insider, GuildOutcome<T>> question) {
    return store
        .read(
            guild,
            facts ->
                Insider.of(facts, caller)
                    .map(question)
                    .orElseGet(() -> GuildOutcome.refused(MISSING_PERMISSIONS)))
        .orElseGet(() -> GuildOutcome.refused(UNKNOWN_GUILD));
  }

  <T> GuildOutcome<T> change(
      GuildId guild, UserId caller, Function<Insider, Decision<GuildOutcome<T>>> rule) {
    return store
        .change(
            guild,
            facts ->
                Insider.of(facts, caller)
                    .map(rule)
                    .orElseGet(() -> Decision.refused(MISSING_PERMISSIONS)))
        .orElseGet(() -> GuildOutcome.refused(UNKNOWN_GUILD));
  }

  /** Reads in a channel that the caller may view. */
  <T> GuildOutcome<T> read(
      ChannelId channel, UserId caller, BiFunction<Insider, Channel, GuildOutcome<T>> question) {
    return in(
        channel,
        guild ->
            read(
                guild,
                caller,
                insider ->
                    insider
                        .viewable(channel)
                        .map(found -> question.apply(insider, found))
                        .orElseGet(() -> GuildOutcome.refused(MISSING_PERMISSIONS))));
  }

  /** Changes the guild of a channel that the caller may view. */
  <T> GuildOutcome<T> change(
      ChannelId channel,
      UserId caller,
      BiFunction<Insider, Channel, Decision<GuildOutcome<T>>> rule) {
    return in(
        channel,
        guild ->
            change(
                guild,
                caller,
                insider ->
                    insider
                        .viewable(channel)
                        .map(found -> rule.apply(insider, found))
                        .orElseGet(() -> Decision.refused(MISSING_PERMISSIONS))));
  }

  private <T> GuildOutcome<T> in(ChannelId channel, Function<GuildId, GuildOutcome<T>> work) {
    return store.guildOf(channel).map(work).orElseGet(() -> GuildOutcome.refused(UNKNOWN_CHANNEL));
  }
}
