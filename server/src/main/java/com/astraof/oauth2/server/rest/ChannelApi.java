package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Channels;
import com.astraof.oauth2.core.guild.MessageStore.Window;
import com.astraof.oauth2.core.guild.Messages;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Channels and what is said in them: contract 6. What an app with {@code messages.read} gets is
 * what its user may see at that moment.
 */
public final class ChannelApi {
  private static final int MOST = 100;
  private static final int USUAL = 50;

  private final Channels channels;
  private final Messages messages;

  public ChannelApi(Channels channels, Messages messages) {
    this.channels = channels;
    this.messages = messages;
  }

  /** {@code GET /guilds/{id}/channels}. */
  public Reply list(Call call, Actor actor) {
    return GuildReplies.list(channels.list(Ids.guild(call), actor.user().id()), ChannelJson::of);
  }

  /** {@code POST /guilds/{id}/channels}. */
  public Reply create(Call call, Actor actor) {
    var guild = Ids.guild(call);
    var wish = ChannelJson.wish(JsonBody.of(call));
    return GuildReplies.json(channels.create(guild, actor.user().id(), wish), ChannelJson::of);
  }

  /** {@code GET /channels/{id}}. */
  public Reply get(Call call, Actor actor) {
    return GuildReplies.json(channels.find(Ids.channel(call), actor.user().id()), ChannelJson::of);
  }

  /** {@code GET /channels/{id}/messages}. */
  public Reply messages(Call call, Actor actor) {
    var query = call.query();
    int limit = Paging.limit(query, MOST, USUAL);
    return GuildReplies.list(
        messages.list(Ids.channel(call), actor.user().id(), window(query), limit), MessageJson::of);
  }

  private static Window window(Parameters query) {
    var windows =
        Stream.of(
                window(query, "before", Window.Before::new),
                window(query, "after", Window.After::new),
                window(query, "around", Window.Around::new))
            .flatMap(Optional::stream)
            .toList();
    if (windows.size() > 1) {
      throw new MalformedRequest("Give only one of before, after and around.");
    }
    return windows.isEmpty() ? new Window.Latest() : windows.getFirst();
  }

  private static Optional<Window> window(
      Parameters query, String name, Function<MessageId, Window> window) {
    return Paging.bound(query, name, MessageId::parse).map(window);
  }

  /** {@code POST /channels/{id}/messages}. */
  public Reply post(Call call, Actor actor) {
    var channel = Ids.channel(call);
    var draft = MessageJson.draft(JsonBody.of(call));
    return GuildReplies.json(
        messages.post(channel, actor.user(), draft, call.now()), MessageJson::of);
  }
}
