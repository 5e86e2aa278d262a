package com.astraof.oauth2.server.health;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.util.List;

/** {@code GET /readyz}: 200 while requests should be sent here, 503 while they should not. */
public final class Readiness implements Endpoint {
  private final Health health;

  public Readiness(Health health) {
    this.health = health;
  }

  @Override
  public Reply answer(Call call) {
    List<Health.Check> checks = health.checks(call.now());
    boolean isReady = checks.stream().allMatch(Health.Check::passes);
    var json = Json.object().put("ready", isReady);
    var list = json.putArray("checks");
    for (Health.Check check : checks) {
      var one = list.addObject().put("name", check.name()).put("passes", check.passes());
      if (check.problem() != null) {
        one.put("problem", check.problem());
      }
    }
    return Reply.json(isReady ? 200 : 503, Json.text(json));
  }
}
