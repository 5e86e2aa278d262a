package com.astraof.oauth2.server.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a user and an app hold that hangs off the master key: made now, used later. */
public final class Belongings {
  private final TestUser user;
  private final TestApp app;
  private final TestBrowser browser;
  private final Answer consent;
  private final String code;
  private final Answer.Tokens tokens;
  private final Answer.Tokens lost;

  public Belongings(TestServer server, TestUser user, TestApp app) {
    this.user = user;
    this.app = app;
    this.browser = new TestBrowser(server);
    this.consent = browser.follow(browser.signIn(user, request())).hasStatus(200);
    this.code = user.approves(app, "identify");
    this.tokens = app.exchange(user.approves(app, "identify")).granted();
    this.lost = app.exchange(user.approves(app, "identify")).granted();
    app.refresh(lost.refresh()).granted();
  }

  public String refreshToken() {
    return tokens.refresh();
  }

  public void allLive() {
    app.exchange(code).granted();
    app.get("/api/v1/users/@me", tokens.access()).hasStatus(200);
    var fresh = app.refresh(tokens.refresh()).granted();
    app.refresh(fresh.refresh()).granted();
    app.refresh(lost.refresh()).granted();
    user.get("/api/v1/users/@me").hasStatus(200);
    app.exchange(decide().redirectParameters().required("code")).granted();
  }

  /** All but the user's own session, which hangs off no key. */
  public void allAreDead() {
    app.exchange(code).refusedWith("invalid_grant");
    app.get("/api/v1/users/@me", tokens.access()).deniedWith(401, "INVALID_AUTH_TOKEN");
    app.refresh(tokens.refresh()).refusedWith("invalid_grant");
    app.refresh(lost.refresh()).refusedWith("invalid_grant");
    decide().hasStatus(403);
    user.get("/api/v1/users/@me").hasStatus(200);
  }

  private Answer decide() {
    return browser.submit(consent, "/oauth2/authorize/decision", Map.of("decision", "approve"));
  }

  private String request() {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("client_id", app.id());
    parameters.put("redirect_uri", app.redirectUri());
    parameters.put("response_type", "code");
    parameters.put("prompt", "consent");
    parameters.put("scope", "identify guilds");
    return "/oauth2/authorize?" + Wire.encode(parameters);
  }
}
