package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.Oversight.Disabling;
import com.astraof.oauth2.server.json.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applications as they travel: contract 2.4, 7 and 8. */
final class ApplicationJson {
  private ApplicationJson() {}

  /** For its owner, without any secret. */
  static ObjectNode of(Application application, Owned.Bot bot) {
    var json = listing(application);
    putLinks(json, application.listing().links());
    json.put("client_type", application.client().type().name().toLowerCase(Locale.ROOT));
    putRedirectUris(json, application);
    ClientFields.put(json, application.client());
    json.put("bot_public", application.bot().isPublic());
    json.put("bot_require_code_grant", application.bot().requiresCodeGrant());
    json.set("bot", bot(bot));
    var offeredTo = application.ownership().offeredTo();
    json.put("offered_to", offeredTo == null ? null : offeredTo.toString());
    json.put("verified", application.oversight().isVerified());
    putDisabled(json, application.oversight().disabled());
    return json;
  }

  /** What anyone may see. */
  static ObjectNode published(Application application, @Nullable User bot) {
    var json = listing(application);
    putLinks(json, application.listing().links());
    putRedirectUris(json, application);
    var scopes = json.putArray("scopes");
    if (bot != null) {
      scopes.add("bot");
    }
    json.put("bot_public", application.bot().isPublic());
    json.set("bot", bot == null ? null : UserJson.partial(bot));
    json.put("verified", application.oversight().isVerified());
    return json;
  }

  /** What an app or bot learns of itself. */
  static ObjectNode summary(Application application) {
    return listing(application)
        .put("bot_public", application.bot().isPublic())
        .put("bot_require_code_grant", application.bot().requiresCodeGrant())
        .putNull("verify_key")
        .put("flags", 0);
  }

  static ObjectNode bot(Owned.Bot own) {
    User bot = own.user();
    var json =
        Json.object()
            .put("id", bot.id().toString())
            .put("username", bot.tag().username().value())
            .put("discriminator", bot.tag().digits())
            .put("avatar", bot.profile().avatar())
            .put("banner", bot.profile().banner())
            .put("bio", bot.profile().bio());
    UserJson.putFactors(json, own.factors());
    return json;
  }

  /** What its secrets are known by, and nothing that helps to guess them. */
  static ArrayNode secrets(Application application) {
    var list = Json.array();
    for (ClientSecret secret : application.client().secrets()) {
      list.addObject()
          .put("id", secret.hash().text())
          .put("ending", secret.ending())
          .put("created_at", Timestamps.text(secret.createdAt()));
    }
    return list;
  }

  /** How it presents itself. */
  static ObjectNode listing(Application application) {
    return Json.object()
        .put("id", application.id().toString())
        .put("name", application.name())
        .put("icon", application.listing().icon())
        .put("description", application.listing().description());
  }

  private static void putDisabled(ObjectNode json, @Nullable Disabling disabled) {
    if (disabled == null) {
      json.putNull("disabled");
      return;
    }
    json.putObject("disabled")
        .put("since", Timestamps.text(disabled.since()))
        .put("reason", disabled.reason());
  }

  private static void putLinks(ObjectNode json, Links links) {
    json.put("website", links.website());
    json.put("terms_of_service_url", links.termsOfService());
    json.put("privacy_policy_url", links.privacyPolicy());
  }

  private static void putRedirectUris(ObjectNode json, Application application) {
    var uris = json.putArray("redirect_uris");
    application.client().redirectUris().forEach(uri -> uris.add(uri.value()));
  }
}
