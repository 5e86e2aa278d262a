package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ApplicationEdit.Describe;
import com.astraof.oauth2.core.application.ApplicationEdit.Link;
import com.astraof.oauth2.core.application.ApplicationEdit.Page;
import com.astraof.oauth2.core.application.ApplicationEdit.Rename;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.ApplicationGeneralPage;
import com.astraof.oauth2.server.view.ApplicationGeneralPage.Entered;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Tab;
import java.util.List;
import java.util.Objects;

/** {@code /settings/applications/{id}}: what people see of an application. */
public final class GeneralPages {
  private final ApplicationEditor editor;
  private final Pages pages;

  public GeneralPages(ApplicationEditor editor, Pages pages) {
    this.editor = editor;
    this.pages = pages;
  }

  public Reply show(OwnersVisit visit) {
    return page(200, visit, entered(visit.application()), Problems.NONE);
  }

  Reply iconRefused(OwnersVisit visit, String key) {
    var problem = Problems.of("icon", visit.say(key));
    return page(400, visit, entered(visit.application()), problem);
  }

  private Reply page(int status, OwnersVisit visit, Entered entered, Problems problems) {
    var created = visit.application().createdAt();
    var page = new ApplicationGeneralPage(visit.frame(Tab.GENERAL), created, entered, problems);
    return pages.page(status, pages.views().applicationGeneral(page), visit.visit().visit());
  }

  private static Entered entered(Application application) {
    var listing = application.listing();
    var links = listing.links();
    return new Entered(
        listing.name(),
        Objects.requireNonNullElse(listing.description(), ""),
        Objects.requireNonNullElse(links.website(), ""),
        Objects.requireNonNullElse(links.termsOfService(), ""),
        Objects.requireNonNullElse(links.privacyPolicy(), ""));
  }

  /** All of it; what is left empty is no more. */
  public Reply save(OwnersVisit visit, Parameters form) {
    var entered =
        new Entered(
            Typed.text(form, "name"),
            Typed.text(form, "description"),
            Typed.text(form, Page.WEBSITE.field()),
            Typed.text(form, Page.TERMS_OF_SERVICE.field()),
            Typed.text(form, Page.PRIVACY_POLICY.field()));
    List<ApplicationEdit> edits =
        List.of(
            new Rename(entered.name()),
            new Describe(Typed.orNull(entered.description())),
            new Link(Page.WEBSITE, Typed.orNull(entered.website())),
            new Link(Page.TERMS_OF_SERVICE, Typed.orNull(entered.termsOfService())),
            new Link(Page.PRIVACY_POLICY, Typed.orNull(entered.privacyPolicy())));
    var outcome = editor.edit(visit.application(), edits, Event.APPLICATION_CHANGED, visit.act());
    return switch (outcome) {
      case Outcome.Edited _ -> visit.done(Done.APPLICATION_SAVED, Tab.GENERAL);
      case Outcome.Refused(var problems) -> page(400, visit, entered, visit.problems(problems));
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }
}
