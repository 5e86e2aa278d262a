package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Message;
import com.astraof.oauth2.core.guild.Messages.Draft;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import tools.jackson.databind.node.ObjectNode;

/** Messages as they travel: contract 2.9. They are text and nothing else so far. */
final class MessageJson {
  private static final int PLAIN = 0;
  private static final int REPLY = 19;

  private MessageJson() {}

  static ObjectNode of(Message message) {
    var replyTo = message.replyTo();
    var json =
        Json.object()
            .put("id", message.id().toString())
            .put("channel_id", message.channel().toString());
    json.set("author", UserJson.partial(message.author()));
    json.put("type", replyTo == null ? PLAIN : REPLY).put("flags", 0);
    json.put("content", message.content()).put("timestamp", Timestamps.text(message.at()));
    json.putNull("edited_timestamp").put("pinned", false);
    json.put("mention_everyone", false).put("tts", false);
    for (String list : new String[] {"mentions", "mention_roles", "embeds", "attachments"}) {
      json.putArray(list);
    }
    if (message.nonce() != null) {
      json.put("nonce", message.nonce());
    }
    if (replyTo != null) {
      json.putObject("message_reference")
          .put("message_id", replyTo.toString())
          .put("channel_id", message.channel().toString());
    }
    return json;
  }

  static Draft draft(JsonBody body) {
    var replyTo =
        body.object("message_reference")
            .map(reference -> reference.requiredString("message_id"))
            .map(text -> Ids.read(text, Draft.PATH, MessageId::parse))
            .orElse(null);
    return new Draft(body.string("content").orElse(""), body.string("nonce").orElse(null), replyTo);
  }
}
