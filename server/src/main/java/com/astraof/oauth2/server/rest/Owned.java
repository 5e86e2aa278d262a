package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.application.OwnApplications.Found;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import java.util.function.Function;

/** The application in a call's path, for its owner alone: existence first, then ownership. */
public final class Owned {
  private final OwnApplications own;
  private final UserStore users;
  private final TwoFactor factors;

  public Owned(OwnApplications own, UserStore users, TwoFactor factors) {
    this.own = own;
    this.users = users;
    this.factors = factors;
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

  Bot bot(Application application) {
    return bot(users.find(application.botUser()).orElseThrow());
  }

  Bot bot(User bot) {
    return new Bot(bot, factors.of(bot.id()));
  }

  /**
   * @param factors its owner's, which it mirrors (contract 2.2)
   */
  record Bot(User user, Factors factors) {}
}
