package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import com.astraof.oauth2.core.authorization.AuthorizationRequests;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Problem;
import com.astraof.oauth2.core.authorization.AuthorizationRequests.Reading;
import com.astraof.oauth2.core.authorization.AuthorizationResponse;
import com.astraof.oauth2.core.authorization.Authorizer;
import com.astraof.oauth2.core.authorization.BotAuthorizer;
import com.astraof.oauth2.core.authorization.BotAuthorizer.Choice;
import com.astraof.oauth2.core.authorization.BotAuthorizer.Obstacle;
import com.astraof.oauth2.core.authorization.BotAuthorizer.Outcome;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.oauth.OAuthErrors;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * {@code POST /oauth2/authorize/consent}: the consent page's rules for native clients, which show
 * their own page (contract 8).
 */
public final class ConsentByJson implements RestEndpoint<Actor.Person> {
  private static final String[] NUMBERS = {"client_id", "guild_id", "permissions", "max_age"};
  private static final String[] VERBATIM = {
    "response_type",
    "redirect_uri",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
    "dpop_jkt",
    "acr_values",
    "request_uri"
  };

  private final AuthorizationRequests requests;
  private final Authorizer authorizer;
  private final BotAuthorizer bots;
  private final String home;

  /**
   * @param home where people go when the app waits for no answer
   */
  public ConsentByJson(
      AuthorizationRequests requests, Authorizer authorizer, BotAuthorizer bots, String home) {
    this.requests = requests;
    this.authorizer = authorizer;
    this.bots = bots;
    this.home = home;
  }

  @Override
  public Reply answer(Call call, Actor.Person actor) {
    var body = JsonBody.of(call);
    return switch (requests.read(parameters(body), call.now())) {
      case Reading.Unanswerable(var problem) -> OAuthErrors.reply(error(problem));
      case Reading.Untold(var error) -> OAuthErrors.reply(error);
      case Reading.SendBack(var _, var error) -> OAuthErrors.reply(error);
      case Reading.Understood(var request) ->
          body.bool("approve", true)
              ? approveIfSignedIn(request, call, actor)
              : redirect(authorizer.deny(request, actor.session(), call.now()));
    };
  }

  private Reply approveIfSignedIn(AuthorizationRequest request, Call call, Actor.Person actor) {
    return switch (authorizer.missing(request, actor.session(), call.now())) {
      case NOTHING -> approve(request, call, actor);
      case SIGN_IN -> refusal(Code.LOGIN_REQUIRED, "Sign the user in anew first.");
      case SECOND_FACTOR ->
          refusal(Code.LOGIN_REQUIRED, "Sign the user in with a second factor first.");
      case MEANS ->
          refusal(
              Code.UNMET_AUTHENTICATION_REQUIREMENTS,
              "The user's account has no means for such a sign-in yet.");
    };
  }

  private static Reply refusal(Code code, String description) {
    return OAuthErrors.reply(OAuthError.of(code, description));
  }

  private Reply approve(AuthorizationRequest request, Call call, Actor.Person actor) {
    var wish = request.bot();
    var act = actor.act(call);
    Scopes scopes = request.scopes();
    if (wish == null) {
      return redirect(authorizer.approve(request, scopes, actor.session(), act));
    }
    var obstacle = bots.obstacle(request, actor.user());
    if (obstacle.isPresent()) {
      return refusal(obstacle.get());
    }
    if (wish.guild() == null) {
      return redirect(authorizer.approve(request, scopes, actor.session(), act));
    }
    var choice = new Choice(wish.guild(), wish.permissions(), scopes);
    return switch (bots.approve(request, choice, false, actor.session(), act)) {
      case Outcome.Added(var _, var response) -> redirect(response);
      case Outcome.NotAdded(var why) -> GuildReplies.refusal(why);
      case Outcome.Refused(var why) -> refusal(why);
    };
  }

  private static Reply refusal(Obstacle obstacle) {
    return switch (obstacle) {
      case PRIVATE_BOT ->
          ApiErrors.reply(403, "ACCESS_DENIED", "This bot is private: only its owner may add it.");
      case CODE_GRANT_REQUIRED ->
          OAuthErrors.reply(
              OAuthError.of(
                  Code.INVALID_REQUEST,
                  "This bot requires the code grant: send redirect_uri and response_type=code."));
    };
  }

  private static Parameters parameters(JsonBody body) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("response_type", "code");
    for (String name : NUMBERS) {
      body.snowflake(name).ifPresent(number -> parameters.put(name, number));
    }
    for (String name : VERBATIM) {
      body.verbatim(name).ifPresent(value -> parameters.put(name, value));
    }
    return Parameters.of(parameters);
  }

  private static OAuthError error(Problem problem) {
    return switch (problem) {
      case UNKNOWN_CLIENT -> OAuthError.of(Code.INVALID_CLIENT, "There is no such application.");
      case DISABLED_CLIENT ->
          OAuthError.of(Code.UNAUTHORIZED_CLIENT, "The operator has disabled this application.");
      case NO_REDIRECT_URI -> OAuthError.of(Code.INVALID_REQUEST, "redirect_uri is missing.");
      case UNREGISTERED_REDIRECT_URI ->
          OAuthError.of(
              Code.INVALID_REQUEST, "redirect_uri must equal a registered one, to the letter.");
      case REPEATED -> OAuthError.of(Code.INVALID_REQUEST, "A parameter comes more than once.");
      case VOID_REQUEST_URI ->
          OAuthError.of(
              Code.INVALID_REQUEST, "request_uri is not this application's, or has expired.");
    };
  }

  private Reply redirect(Optional<AuthorizationResponse> response) {
    String location = response.map(AuthorizationResponse::location).orElse(home);
    return Reply.json(200, Json.text(Json.object().put("redirect_to", location))).noStore();
  }
}
