package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.application.OwnApplications.Found;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import java.util.function.Function;

/** The application in a call's path, for its owner alone: existence first, then ownership. */
public final class Owned {
  private final OwnApplications own;

  public Owned(OwnApplications own) {
    this.own = own;
  }

  Reply answer(Call call, Actor.Person person, Function<Application, Reply> work) {
    return switch (own.find(call.variable("id"), person.user().id())) {
      case Found.Yours(var application) -> work.apply(application);
      case Found.SomebodyElses _ ->
          ApiErrors.reply(403, "ACCESS_DENIED", "This application is not yours.");
      case Found.Unknown() -> ApiErrors.unknownApplication();
    };
  }

  OwnApplications all() {
    return own;
  }
}
