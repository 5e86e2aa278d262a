package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Optional;

/** Where messages live. */
public interface MessageStore {
  /** False, and nothing written, when the channel is gone. */
  boolean add(Message message);

  Optional<Message> find(ChannelId channel, MessageId id);

  /** Newest first. */
  List<Message> list(ChannelId channel, Window window, int limit);

  /** What somebody wrote anywhere, newest first. */
  List<Message> by(UserId author, int limit);

  /** Which part of a channel. */
  sealed interface Window {
    record Latest() implements Window {}

    /** The nearest ones below the id. */
    record Before(MessageId id) implements Window {}

    /** The nearest ones above the id. */
    record After(MessageId id) implements Window {}

    /** Half of them below the id, the rest from the id upwards. */
    record Around(MessageId id) implements Window {}
  }
}
