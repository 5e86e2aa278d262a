package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;

/** What others than its owner see of an application (contract 7). */
public final class PublicApplications {
  private final ApplicationStore applications;
  private final UserStore users;

  public PublicApplications(ApplicationStore applications, UserStore users) {
    this.applications = applications;
    this.users = users;
  }

  /** {@code GET /oauth2/applications/{id}/public}: for anyone. */
  public Reply published(Call call) {
    return ApplicationId.parse(call.variable("id"))
        .flatMap(applications::find)
        .map(application -> reply(application))
        .orElseGet(ApiErrors::unknownApplication);
  }

  private Reply reply(Application application) {
    var bot = users.find(application.botUser()).orElse(null);
    return Reply.json(200, Json.text(ApplicationJson.published(application, bot))).noStore();
  }

  /** {@code GET /applications/@me}: what a bot learns of its application. */
  public Reply ofBot(Call call, Actor.Bot bot) {
    return applications
        .find(new ApplicationId(bot.user().id().value()))
        .map(
            application -> {
              var json = ApplicationJson.summary(application);
              json.set("bot", UserJson.partial(bot.user()));
              return Reply.json(200, Json.text(json)).noStore();
            })
        .orElseGet(ApiErrors::unknownApplication);
  }
}
