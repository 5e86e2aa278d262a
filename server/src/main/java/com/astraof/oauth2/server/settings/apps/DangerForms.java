package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.application.ApplicationDeletion;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.application.Transfers;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationDangerPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Sudo;
import com.astraof.oauth2.server.view.Tab;
import org.jspecify.annotations.Nullable;

/** Giving an application away, and ending it. */
public final class DangerForms {
  private final DangerPages danger;
  private final UserStore users;
  private final Transfers transfers;
  private final ApplicationDeletion deletion;
  private final SudoGate sudo;
  private final Pages pages;

  public DangerForms(
      DangerPages danger,
      UserStore users,
      Transfers transfers,
      ApplicationDeletion deletion,
      SudoGate sudo,
      Pages pages) {
    this.danger = danger;
    this.users = users;
    this.transfers = transfers;
    this.deletion = deletion;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code POST …/transfer}: to {@code name#0001} or an id. */
  public Reply offer(OwnersVisit visit, Parameters form) {
    String typed = Typed.text(form, "user");
    var refusal = sudo.refusal(visit.visit(), form, ApplicationDangerPage.TRANSFER_FORM);
    if (refusal.isPresent()) {
      return danger.unconfirmed(visit, refusal.get(), typed);
    }
    return switch (transfers.offer(visit.application(), user(typed), visit.act())) {
      case Outcome.Edited _ -> visit.done(Done.TRANSFER_OFFERED, Tab.DANGER);
      case Outcome.Refused(var problems) ->
          danger.refused(visit, Sudo.given(), typed, visit.problems(problems));
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  private @Nullable User user(String text) {
    return User.Tag.parse(text)
        .flatMap(users::find)
        .or(() -> UserId.parse(text).flatMap(users::find))
        .orElse(null);
  }

  /** {@code POST …/transfer/withdraw}: where there is no offer, there is none afterwards either. */
  public Reply withdraw(OwnersVisit visit, Parameters form) {
    return switch (transfers.withdraw(visit.application(), visit.act())) {
      case Outcome.Edited _ -> visit.done(Done.TRANSFER_WITHDRAWN, Tab.DANGER);
      case Outcome.Refused(var problems) ->
          throw new IllegalStateException("An offer can always be withdrawn: " + problems);
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  /** {@code POST …/delete}. */
  public Reply delete(OwnersVisit visit, Parameters form) {
    if (!Typed.ticked(form, "confirm")) {
      var problem = Problems.of("confirm", visit.say("delete.unconfirmed"));
      return danger.refused(visit, sudo.of(visit.visit()), "", problem);
    }
    var refusal = sudo.refusal(visit.visit(), form, ApplicationDangerPage.DELETE_FORM);
    if (refusal.isPresent()) {
      return danger.unconfirmed(visit, refusal.get(), "");
    }
    return deletion.delete(visit.application(), visit.act())
        ? Reply.seeOther(Done.APPLICATION_DELETED.on(Section.APPLICATIONS)).noStore()
        : OwnersDoor.nothingHere(pages, visit.visit());
  }
}
