package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.faults.check.Outcome.Accepted;
import com.astraof.oauth2.faults.check.Outcome.Improper;
import com.astraof.oauth2.faults.check.Outcome.Refused;
import com.astraof.oauth2.faults.check.Outcome.Unanswered;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Wire;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** One node, as apps and people call it. */
final class Door {
  static final String PASSWORD = "correct horse battery";

  private static final String API = "/api/v1";
  private static final String ME = API + "/users/@me";
  private static final String AUTHORIZATION = "Authorization";
  private static final JsonMapper JSON = new JsonMapper();

  private final Wire wire;

  Door(Wire wire) {
    this.wire = wire;
  }

  Result register(String name) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("email", address(name));
    body.put("username", name);
    body.put("global_name", name);
    body.put("password", PASSWORD);
    body.put("date_of_birth", "1990-01-01");
    body.put("consent", true);
    return send(Shape.API, () -> json("POST", API + "/auth/register", body, Map.of()));
  }

  Result signIn(String name) {
    var body = Map.of("email", address(name), "password", PASSWORD);
    return send(Shape.API, () -> json("POST", API + "/auth/login", body, Map.of()));
  }

  Result signOut(String session) {
    return send(Shape.API, () -> json("POST", API + "/auth/logout", Map.of(), by(session)));
  }

  Result visit(String session) {
    var result = send(Shape.API, () -> wire.get(ME, by(session)));
    return valued(result, result.text("global_name"));
  }

  Result rename(String session, String name) {
    return send(Shape.API, () -> json("PATCH", ME, Map.of("global_name", name), by(session)));
  }

  Result registerApp(String session, String name, String redirectUri) {
    var body =
        Map.of(
            "name", name, "client_type", "confidential", "redirect_uris", redirectUri.split(" "));
    return send(Shape.API, () -> json("POST", API + "/oauth2/applications", body, by(session)));
  }

  /** The code, when it is accepted, stands in the address. */
  Result approve(String session, App app) {
    var body =
        Map.of(
            "client_id",
            app.id(),
            "redirect_uri",
            App.REDIRECT_URI,
            "response_type",
            "code",
            "scope",
            "identify");
    return send(
        Shape.API, () -> json("POST", API + "/oauth2/authorize/consent", body, by(session)));
  }

  static String code(Result approval) {
    URI address = URI.create(approval.text("redirect_to"));
    return Parameters.parse(address.getRawQuery()).required("code");
  }

  Result withdraw(String session, App app) {
    String path = API + "/oauth2/@me/authorizations/" + app.id();
    return send(Shape.API, () -> wire.send("DELETE", path, "", by(session)));
  }

  Result exchange(App app, String code) {
    return token(
        app,
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", App.REDIRECT_URI));
  }

  Result refresh(App app, String token) {
    return token(app, Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private Result token(App app, Map<String, String> fields) {
    var result = send(Shape.OAUTH, () -> form("/oauth2/token", app, fields));
    if (result.isAccepted() && result.text("access_token").isEmpty()) {
      return Result.without(new Improper("200 without an access token"));
    }
    return valued(result, Mark.of(result.text("refresh_token")));
  }

  Result revoke(App app, String token) {
    return send(Shape.OAUTH, () -> form("/oauth2/token/revoke", app, Map.of("token", token)));
  }

  Result introspect(App app, String token) {
    var result = send(Shape.OAUTH, () -> form("/oauth2/introspect", app, Map.of("token", token)));
    return result.isAccepted() && !result.body().path("active").asBoolean(false)
        ? Result.without(new Refused("inactive"))
        : result;
  }

  Result call(String access) {
    return send(Shape.API, () -> wire.get(ME, by("Bearer " + access)));
  }

  private static String address(String name) {
    return name + "@example.org";
  }

  private static Map<String, String> by(String session) {
    return Map.of(AUTHORIZATION, session);
  }

  private static Result valued(Result result, String value) {
    return result.isAccepted() ? new Result(new Accepted(value), result.body()) : result;
  }

  private Answer form(String path, App app, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.put("client_id", app.id());
    all.put("client_secret", app.secret());
    return wire.form(API + path, all, Map.of());
  }

  private Answer json(
      String method, String path, Map<String, ?> body, Map<String, String> headers) {
    var all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/json");
    return wire.send(method, path, JSON.writeValueAsString(body), all);
  }

  private static Result send(Shape shape, Supplier<Answer> request) {
    try {
      return shape.read(request.get());
    } catch (UncheckedIOException e) {
      return Result.without(new Unanswered());
    }
  }
}
