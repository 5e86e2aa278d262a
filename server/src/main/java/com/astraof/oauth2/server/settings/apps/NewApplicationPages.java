package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.NewApplication;
import com.astraof.oauth2.core.application.Registrar;
import com.astraof.oauth2.core.application.Registrar.Credentials;
import com.astraof.oauth2.core.application.Registrar.Outcome;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.page.PageErrors;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.view.ApplicationCreatedPage;
import com.astraof.oauth2.server.view.FreshSecret;
import com.astraof.oauth2.server.view.NewApplicationPage;
import com.astraof.oauth2.server.view.NewApplicationPage.Entered;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Section;
import java.util.List;

/** {@code /settings/applications/new}. Its answer is the one page that shows the secrets. */
public final class NewApplicationPages {
  private static final String REDIRECT_URIS = "redirect_uris";

  private final Registrar registrar;
  private final RateLimits limits;
  private final Pages pages;

  public NewApplicationPages(Registrar registrar, RateLimits limits, Pages pages) {
    this.registrar = registrar;
    this.limits = limits;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    return page(200, visit, Entered.nothing(), Problems.NONE);
  }

  private Reply page(int status, SettingsVisit visit, Entered entered, Problems problems) {
    var page = new NewApplicationPage(visit.frame(Section.APPLICATIONS), entered, problems);
    return pages.page(status, pages.views().newApplication(page), visit.visit());
  }

  public Reply create(SettingsVisit visit, Parameters form) {
    var entered =
        new Entered(
            Typed.text(form, "name"),
            Typed.text(form, REDIRECT_URIS),
            ClientTypes.of(form) == ClientType.CONFIDENTIAL);
    if (visit.user().isUnclaimed()) {
      var problem = Problems.of("name", visit.words().say("new_application.unclaimed"));
      return page(400, visit, entered, problem);
    }
    return limits.guard(
        Limit.APPLICATION_CREATE,
        visit.user().id().toString(),
        new PageErrors(pages),
        () -> register(visit, form, entered));
  }

  private Reply register(SettingsVisit visit, Parameters form, Entered entered) {
    List<String> uris = entered.redirectUris().lines().map(String::strip).toList();
    List<String> written = uris.stream().filter(uri -> !uri.isEmpty()).toList();
    var asked =
        new NewApplication(visit.user().id(), entered.name(), ClientTypes.of(form), written, true);
    return switch (registrar.register(asked, visit.act())) {
      case Outcome.Registered(var application, var _, var credentials) ->
          created(visit, application, credentials);
      case Outcome.Refused(var problems) -> {
        var all = Problems.in(visit.words(), problems).all();
        var shown = all.stream().map(problem -> ofTheForm(problem, written)).toList();
        yield page(400, visit, entered, new Problems(shown));
      }
    };
  }

  /** A list's member has no field of its own here, so the problem names it. */
  private static FieldProblem ofTheForm(FieldProblem problem, List<String> uris) {
    String member = REDIRECT_URIS + ".";
    if (!problem.path().startsWith(member)) {
      return problem;
    }
    String uri = uris.get(Integer.parseInt(problem.path().substring(member.length())));
    return new FieldProblem(REDIRECT_URIS, uri + ": " + problem.message());
  }

  private Reply created(SettingsVisit visit, Application application, Credentials credentials) {
    Secret clientSecret = credentials.clientSecret();
    var page =
        new ApplicationCreatedPage(
            visit.frame(Section.APPLICATIONS),
            application.id().toString(),
            application.name(),
            clientSecret == null ? null : new FreshSecret(clientSecret),
            new FreshSecret(credentials.botToken()));
    return pages.page(200, pages.views().applicationCreated(page), visit.visit());
  }
}
