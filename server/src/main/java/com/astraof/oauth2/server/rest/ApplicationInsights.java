package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.insight.InsightNotes;
import com.astraof.oauth2.core.insight.Insights;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.view.RefusalItem;
import com.astraof.oauth2.server.view.Words;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /oauth2/applications/{id}/insights}: how an application fares, for its owner. */
public final class ApplicationInsights implements RestEndpoint<Actor.Person> {
  private final Owned owned;
  private final InsightNotes notes;
  private final Words words = Words.in(Locale.ENGLISH);

  public ApplicationInsights(Owned owned, InsightNotes notes) {
    this.owned = owned;
    this.notes = notes;
  }

  @Override
  public Reply answer(Call call, Actor.Person person) {
    return owned.answer(
        call,
        person,
        application -> {
          var insights = notes.read(application.id(), call.now());
          return Reply.json(200, Json.text(json(insights))).noStore();
        });
  }

  private ObjectNode json(Insights insights) {
    var json = Json.object().put("authorized_users", insights.users());
    var days = json.putArray("days");
    for (Insights.Day day : insights.days()) {
      days.addObject()
          .put("date", day.date().toString())
          .put("grants", day.tally().grants())
          .put("refreshes", day.tally().refreshes())
          .put("refusals", day.tally().refusals());
    }
    var refusals = json.putArray("refusals");
    insights.refusals().forEach(refusal -> refusals.add(json(refusal)));
    return json;
  }

  private ObjectNode json(Refusal refusal) {
    return Json.object()
        .put("at", Timestamps.text(refusal.at()))
        .put("endpoint", refusal.door().name().toLowerCase(Locale.ROOT))
        .put("error", refusal.error().wire())
        .put("reason", refusal.reason().cause().name().toLowerCase(Locale.ROOT))
        .put("explanation", RefusalItem.sentence(refusal.reason(), words));
  }
}
