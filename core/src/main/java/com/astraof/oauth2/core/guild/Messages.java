package com.astraof.oauth2.core.guild;

import static com.astraof.oauth2.core.guild.GuildRefusal.CANNOT_SEND_EMPTY_MESSAGE;
import static com.astraof.oauth2.core.guild.GuildRefusal.CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL;
import static com.astraof.oauth2.core.guild.GuildRefusal.COMMUNICATION_DISABLED;
import static com.astraof.oauth2.core.guild.GuildRefusal.MISSING_PERMISSIONS;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNCLAIMED_ACCOUNT_RESTRICTED;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_CHANNEL;
import static com.astraof.oauth2.core.guild.GuildRefusal.UNKNOWN_MESSAGE;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.guild.MessageStore.Window;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said in channels, for who may view them. May the reader no longer see the channel, they
 * no longer see what is said in it either, whenever it was said.
 */
public final class Messages {
  private final GuildDoor door;
  private final MessageStore store;
  private final Snowflakes snowflakes;

  public Messages(GuildStore guilds, MessageStore store, Snowflakes snowflakes) {
    this.door = new GuildDoor(guilds);
    this.store = store;
    this.snowflakes = snowflakes;
  }

  /** Newest first; with READ_MESSAGE_HISTORY. */
  public GuildOutcome<List<Message>> list(
      ChannelId channel, UserId reader, Window window, int limit) {
    return door.read(
            channel,
            reader,
            (insider, found) ->
                insider.standing().may(Permission.READ_MESSAGE_HISTORY, found)
                    ? GuildOutcome.done(found)
                    : GuildOutcome.refused(MISSING_PERMISSIONS))
        .then(found -> GuildOutcome.done(store.list(found.id(), window, limit)));
  }

  /** With SEND_MESSAGES, and READ_MESSAGE_HISTORY for an answer to another message. */
  public GuildOutcome<Message> post(ChannelId channel, User author, Draft draft, Instant now) {
    if (draft.isTooLong()) {
      String message = "A message has at most " + Draft.LONGEST + " characters, a nonce 32.";
      return GuildOutcome.invalid(Draft.PATH, message);
    }
    if (draft.content().isEmpty()) {
      return GuildOutcome.refused(CANNOT_SEND_EMPTY_MESSAGE);
    }
    return door.read(channel, author.id(), (insider, found) -> mayPost(insider, found, draft, now))
        .then(found -> answered(found, draft))
        .then(found -> posted(found, author, draft, now));
  }

  private static GuildOutcome<Channel> mayPost(
      Insider insider, Channel channel, Draft draft, Instant now) {
    return refusal(insider, channel, draft, now)
        .<GuildOutcome<Channel>>map(GuildOutcome::refused)
        .orElseGet(() -> GuildOutcome.done(channel));
  }

  private static Optional<GuildRefusal> refusal(
      Insider insider, Channel channel, Draft draft, Instant now) {
    if (insider.member().user().isUnclaimed()) {
      return Optional.of(UNCLAIMED_ACCOUNT_RESTRICTED);
    }
    if (insider.member().restraints().isTimedOut(now)) {
      return Optional.of(COMMUNICATION_DISABLED);
    }
    if (channel.type() != Channel.Type.TEXT) {
      return Optional.of(CANNOT_SEND_MESSAGES_IN_NON_TEXT_CHANNEL);
    }
    Permissions permissions = insider.standing().in(channel);
    boolean may =
        permissions.contains(Permission.SEND_MESSAGES)
            && (draft.replyTo() == null || permissions.contains(Permission.READ_MESSAGE_HISTORY));
    return may ? Optional.empty() : Optional.of(MISSING_PERMISSIONS);
  }

  private GuildOutcome<Channel> answered(Channel channel, Draft draft) {
    MessageId answered = draft.replyTo();
    return answered == null || store.find(channel.id(), answered).isPresent()
        ? GuildOutcome.done(channel)
        : GuildOutcome.refused(UNKNOWN_MESSAGE);
  }

  private GuildOutcome<Message> posted(Channel channel, User author, Draft draft, Instant now) {
    var message =
        new Message(
            snowflakes.newMessage(),
            channel.id(),
            author,
            draft.content(),
            now,
            draft.nonce(),
            draft.replyTo());
    return store.add(message) ? GuildOutcome.done(message) : GuildOutcome.refused(UNKNOWN_CHANNEL);
  }

  /**
   * A message that somebody wants to send. Nothing of it has been checked.
   *
   * @param nonce the sender's own mark on it, up to 32 characters; null for none
   * @param replyTo which message of the channel it answers; null for none
   */
  public record Draft(String content, @Nullable String nonce, @Nullable MessageId replyTo) {
    /** Where contract 6 reports whatever is wrong with one. */
    public static final String PATH = "message_data";

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NONCE = 32;

    private boolean isTooLong() {
      return Length.exceeds(LONGEST, content)
          || (nonce != null && Length.exceeds(LONGEST_NONCE, nonce));
    }
  }
}
