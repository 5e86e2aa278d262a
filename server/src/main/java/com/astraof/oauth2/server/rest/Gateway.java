package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.net.URI;
import java.time.Duration;

/**
 * {@code GET /gateway/bot}: where a bot listens to what happens (contract 7). The gateway is a
 * server of its own and counts its sessions itself.
 */
public final class Gateway implements RestEndpoint<Actor.Bot> {
  private static final long RESET_AFTER = Duration.ofHours(4).toMillis();

  private final URI address;

  public Gateway(URI address) {
    this.address = address;
  }

  @Override
  public Reply answer(Call call, Actor.Bot bot) {
    var json = Json.object().put("url", address.toString()).put("shards", 1);
    json.putObject("session_start_limit")
        .put("total", 1000)
        .put("remaining", 999)
        .put("reset_after", RESET_AFTER)
        .put("max_concurrency", 1);
    return Reply.json(200, Json.text(json)).noStore();
  }
}
