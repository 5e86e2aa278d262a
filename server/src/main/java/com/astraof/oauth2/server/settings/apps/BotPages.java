package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Faces;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationBotPage;
import com.astraof.oauth2.server.view.ApplicationBotPage.Entered;
import com.astraof.oauth2.server.view.ApplicationBotPage.Rules;
import com.astraof.oauth2.server.view.FreshSecret;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Sudo;
import com.astraof.oauth2.server.view.Tab;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /settings/applications/{id}/bot}, at first and as its forms show it again. */
public final class BotPages {
  private final UserStore users;
  private final SudoGate sudo;
  private final Pages pages;

  public BotPages(UserStore users, SudoGate sudo, Pages pages) {
    this.users = users;
    this.sudo = sudo;
    this.pages = pages;
  }

  public Reply show(OwnersVisit visit) {
    var entered = entered(bot(visit));
    return page(200, visit, sudo.of(visit.visit()), entered, null, Problems.NONE);
  }

  Reply refused(OwnersVisit visit, Entered entered, Problems problems) {
    return page(400, visit, sudo.of(visit.visit()), entered, null, problems);
  }

  Reply avatarRefused(OwnersVisit visit, String key) {
    return refused(visit, entered(bot(visit)), Problems.of("avatar", visit.say(key)));
  }

  Reply unconfirmed(OwnersVisit visit, SudoGate.Refusal refusal) {
    var entered = entered(bot(visit));
    return refusal.on(page(refusal.status(), visit, refusal.sudo(), entered, null, Problems.NONE));
  }

  /** The one page that shows it. */
  Reply fresh(OwnersVisit visit, Secret token) {
    var entered = entered(bot(visit));
    return page(200, visit, Sudo.given(), entered, new FreshSecret(token), Problems.NONE);
  }

  User bot(OwnersVisit visit) {
    return users.find(visit.application().botUser()).orElseThrow();
  }

  private static Entered entered(User bot) {
    String bio = Objects.requireNonNullElse(bot.profile().bio(), "");
    return new Entered(bot.tag().username().value(), bio);
  }

  private Reply page(
      int status,
      OwnersVisit visit,
      Sudo shown,
      Entered entered,
      @Nullable FreshSecret token,
      Problems problems) {
    var settings = visit.application().bot();
    var page =
        new ApplicationBotPage(
            visit.frame(Tab.BOT),
            shown,
            Faces.of(bot(visit)),
            entered,
            new Rules(settings.isPublic(), settings.requiresCodeGrant()),
            token,
            problems);
    return pages.page(status, pages.views().applicationBot(page), visit.visit().visit());
  }
}
