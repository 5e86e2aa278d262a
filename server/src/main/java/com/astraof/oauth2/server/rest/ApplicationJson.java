package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.server.json.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Applications as their owner sees them: contract 2.4. */
final class ApplicationJson {
  private ApplicationJson() {}

  /** Without any secret. */
  static ObjectNode of(Application application, User bot) {
    var json =
        Json.object()
            .put("id", application.id().toString())
            .put("name", application.name())
            .put("client_type", application.client().type().name().toLowerCase(Locale.ROOT));
    var uris = json.putArray("redirect_uris");
    application.client().redirectUris().forEach(uri -> uris.add(uri.value()));
    json.put("bot_public", application.bot().isPublic());
    json.put("bot_require_code_grant", application.bot().requiresCodeGrant());
    json.set("bot", bot(bot));
    return json;
  }

  private static ObjectNode bot(User bot) {
    var json =
        Json.object()
            .put("id", bot.id().toString())
            .put("username", bot.tag().username().value())
            .put("discriminator", bot.tag().digits())
            .put("avatar", bot.profile().avatar());
    json.putNull("banner").putNull("bio").put("mfa_enabled", false);
    json.putArray("authenticator_types");
    return json;
  }
}
