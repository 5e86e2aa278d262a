package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.application.OwnApplications.Found;
import com.astraof.oauth2.core.application.Transfers;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationsPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Tab;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the one to whom an application is offered says. */
public final class TransferAnswers {
  private final OwnApplications applications;
  private final Transfers transfers;
  private final ApplicationList list;
  private final SudoGate sudo;
  private final Pages pages;

  public TransferAnswers(
      OwnApplications applications,
      Transfers transfers,
      ApplicationList list,
      SudoGate sudo,
      Pages pages) {
    this.applications = applications;
    this.transfers = transfers;
    this.list = list;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code POST …/transfer/accept}. */
  public Reply accept(SettingsVisit visit, Parameters form) {
    return offered(
        visit,
        (seen, user) -> {
          String name = ApplicationsPage.Offer.form(seen.id().toString());
          return sudo.refusal(visit, form, name)
              .map(refusal -> refusal.on(list.page(refusal.status(), visit, refusal.sudo())))
              .or(() -> transfers.accept(seen, user, visit.act()).map(now -> taken(visit, now)));
        });
  }

  private static Reply taken(SettingsVisit visit, Application now) {
    return new OwnersVisit(visit, now).done(Done.TRANSFER_ACCEPTED, Tab.OAUTH2);
  }

  /** {@code POST …/transfer/decline}. */
  public Reply decline(SettingsVisit visit, Parameters form) {
    return offered(
        visit,
        (seen, user) ->
            transfers
                .decline(seen, user, visit.act())
                .map(_ -> Done.TRANSFER_DECLINED.on(Section.APPLICATIONS))
                .map(path -> Reply.seeOther(path).noStore()));
  }

  /** What is not on offer to the visitor (any more) is as good as unknown. */
  private Reply offered(
      SettingsVisit visit, BiFunction<Application, UserId, Optional<Reply>> answer) {
    UserId user = visit.user().id();
    return switch (applications.find(visit.call().variable("id"), user)) {
      case Found.SomebodyElses(var seen) when user.equals(seen.ownership().offeredTo()) ->
          answer.apply(seen, user).orElseGet(() -> OwnersDoor.nothingHere(pages, visit));
      case Found.SomebodyElses _, Found.Yours _, Found.Unknown _ ->
          OwnersDoor.nothingHere(pages, visit);
    };
  }
}
