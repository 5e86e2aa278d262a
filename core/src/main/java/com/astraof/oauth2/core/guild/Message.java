package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a channel (contract 2.9).
 *
 * @param nonce the sender's own mark on it; null for none
 * @param replyTo which message it answers; null for none
 */
public record Message(
    MessageId id,
    ChannelId channel,
    User author,
    String content,
    Instant at,
    @Nullable String nonce,
    @Nullable MessageId replyTo) {}
