package com.astraof.oauth2.server.oauth;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.dpop.DpopProofs.Outcome;
import com.astraof.oauth2.core.exchange.Exchanges;
import com.astraof.oauth2.core.exchange.Requester;
import com.astraof.oauth2.core.exchange.TokenOutcome.Issued;
import com.astraof.oauth2.core.exchange.TokenOutcome.Refused;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightNotes;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.token.AccessTokens.Audience;
import com.astraof.oauth2.core.token.IssuedTokens;
import com.astraof.oauth2.server.dpop.Possession;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The token endpoint, {@code POST /oauth2/token}: RFC 6749 §3.2. Never cached (§5.1). */
public final class TokenEndpoint implements ClientDoor.FormEndpoint {
  private final Exchanges exchanges;
  private final Audience audience;
  private final Possession possession;
  private final GuildDescription guilds;
  private final InsightNotes insights;
  private final Refusals refusals;

  public TokenEndpoint(
      Exchanges exchanges,
      Audience audience,
      Possession possession,
      GuildDescription guilds,
      InsightNotes insights) {
    this.exchanges = exchanges;
    this.audience = audience;
    this.possession = possession;
    this.guilds = guilds;
    this.insights = insights;
    this.refusals = new Refusals(insights, Door.TOKEN);
  }

  @Override
  public Reply answer(Call call, Application application, Parameters form) {
    if (!audience.admits(form.optional("resource"))) {
      String description = "The one resource here is " + audience.api() + ".";
      return refusals.reply(
          call, application, OAuthError.of(OAuthError.Code.INVALID_TARGET, description));
    }
    var request = TokenRequest.parse(form);
    var shown = possession.shownIn(call, null);
    Reply reply =
        shown.isEmpty()
            ? exchange(call, new Requester(application, null), request)
            : switch (shown.get()) {
              case Outcome.Proven(var key) ->
                  exchange(call, new Requester(application, key), request);
              case Outcome.Refused(var error) -> refusals.reply(call, application, error);
            };
    return possession.withNonce(reply, call.now()).remark("grant_type", name(request));
  }

  /** For the log and the metrics, where nobody's own words may stand. */
  private static String name(TokenRequest request) {
    return switch (request) {
      case TokenRequest.Code _ -> "authorization_code";
      case TokenRequest.Refresh _ -> "refresh_token";
      case TokenRequest.Own _ -> "client_credentials";
      case TokenRequest.Device _ -> "device_code";
      case TokenRequest.Unsupported() -> "unsupported";
    };
  }

  private Reply exchange(Call call, Requester requester, TokenRequest request) {
    var application = requester.application().id();
    var act = call.act(new Who.App(application));
    return switch (exchanges.exchange(requester, request, act)) {
      case Issued(var tokens, var guild) -> {
        insights.issued(application, request, call.now());
        yield Reply.json(200, Json.text(json(tokens, guild))).noStore().remark("outcome", "issued");
      }
      case Refused(var error, var reason) -> refusals.reply(call, application, error, reason);
    };
  }

  private ObjectNode json(IssuedTokens tokens, @Nullable GuildId guild) {
    var json = Json.object();
    json.put("access_token", tokens.accessToken().expose());
    json.put("token_type", tokens.type());
    json.put("expires_in", tokens.expiresIn().toSeconds());
    if (tokens.refreshToken() != null) {
      json.put("refresh_token", tokens.refreshToken().expose());
    }
    if (!tokens.scopes().isEmpty()) {
      json.put("scope", tokens.scopes().toString());
    }
    if (guild != null) {
      guilds.of(guild).ifPresent(description -> json.set("guild", description));
    }
    return json;
  }

  /** A guild as it travels (contract 2.5); empty for one that is gone. */
  @FunctionalInterface
  public interface GuildDescription {
    Optional<ObjectNode> of(GuildId guild);
  }
}
