package com.astraof.oauth2.server.settings.security;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ConfirmPage;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Sudo;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks who is there in front of a page on which something new is set up. */
public final class ConfirmPages {
  private final SudoGate sudo;
  private final Pages pages;

  public ConfirmPages(SudoGate sudo, Pages pages) {
    this.sudo = sudo;
    this.pages = pages;
  }

  /** The page, or the question in front of it. */
  Reply inFrontOf(Goal goal, SettingsVisit visit, Supplier<Reply> page) {
    if (visit.user().isUnclaimed()) {
      return Reply.seeOther(Section.SECURITY.path()).noStore();
    }
    Sudo asks = sudo.of(visit);
    return asks.needed() ? page(200, visit, asks, goal) : page.get();
  }

  /** {@code POST /settings/security/confirm}. */
  public Reply confirm(SettingsVisit visit, Parameters form) {
    Goal goal = form.optional("to").flatMap(Goal::of).orElse(Goal.AUTHENTICATOR);
    return sudo.refusal(visit, form, ConfirmPage.FORM)
        .map(refusal -> refusal.on(page(refusal.status(), visit, refusal.sudo(), goal)))
        .orElseGet(() -> Reply.seeOther(goal.path).noStore());
  }

  private Reply page(int status, SettingsVisit visit, Sudo asks, Goal goal) {
    var page = new ConfirmPage(visit.frame(Section.SECURITY), asks, goal.value());
    return pages.page(status, pages.views().confirm(page), visit.visit());
  }

  /** The pages that are worth the question. */
  enum Goal {
    AUTHENTICATOR("/settings/security/authenticator"),
    PASSKEY("/settings/security/passkeys/new");

    private final String path;

    Goal(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }

    private String value() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Goal> of(String value) {
      for (Goal goal : values()) {
        if (goal.value().equals(value)) {
          return Optional.of(goal);
        }
      }
      return Optional.empty();
    }
  }
}
