package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Problem;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.authorization.AuthorizationResponse;
import com.astraof.oauth2.core.authorization.Authorizer;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.oauth.OAuthErrors;
import java.util.LinkedHashMap;

/**
 * {@code POST /oauth2/authorize/consent}: the consent page's rules for native clients, which show
 * their own page (contract 8).
 */
public final class ConsentByJson implements RestEndpoint<Actor.Person> {
  private static final String[] VERBATIM = {
    "response_type", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method"
  };

  private final AuthorizationRequests requests;
  private final Authorizer authorizer;

  public ConsentByJson(AuthorizationRequests requests, Authorizer authorizer) {
    this.requests = requests;
    this.authorizer = authorizer;
  }

  @Override
  public Reply answer(Call call, Actor.Person actor) {
    var body = JsonBody.of(call);
    return switch (requests.read(parameters(body))) {
      case Reading.Unanswerable(var problem) -> OAuthErrors.reply(error(problem));
      case Reading.SendBack(var _, var error) -> OAuthErrors.reply(error);
      case Reading.Understood(var request) ->
          redirect(decide(request, body.bool("approve", true), call, actor));
    };
  }

  private AuthorizationResponse decide(
      AuthorizationRequest request, boolean approve, Call call, Actor.Person actor) {
    return approve
        ? authorizer.approve(request, actor.user(), actor.act(call))
        : authorizer.deny(request);
  }

  private static Parameters parameters(JsonBody body) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    body.snowflake("client_id").ifPresent(id -> parameters.put("client_id", id));
    for (String name : VERBATIM) {
      body.verbatim(name).ifPresent(value -> parameters.put(name, value));
    }
    return Parameters.of(parameters);
  }

  private static OAuthError error(Problem problem) {
    return switch (problem) {
      case UNKNOWN_CLIENT -> OAuthError.of(Code.INVALID_CLIENT, "There is no such application.");
      case NO_REDIRECT_URI -> OAuthError.of(Code.INVALID_REQUEST, "redirect_uri is missing.");
      case UNREGISTERED_REDIRECT_URI ->
          OAuthError.of(
              Code.INVALID_REQUEST, "redirect_uri must equal a registered one, to the letter.");
      case REPEATED -> OAuthError.of(Code.INVALID_REQUEST, "A parameter comes more than once.");
    };
  }

  private static Reply redirect(AuthorizationResponse response) {
    var json = Json.object().put("redirect_to", response.location());
    return Reply.json(200, Json.text(json)).noStore();
  }
}
