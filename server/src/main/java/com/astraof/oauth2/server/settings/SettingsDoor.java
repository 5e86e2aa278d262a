package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Upload;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.page.ReturnTo;
import com.astraof.oauth2.server.page.Visit;
import com.astraof.oauth2.server.page.Visits;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Lets in who is signed in, and forms that came from our own pages. Others are sent to sign in. */
public final class SettingsDoor {
  private final Visits visits;
  private final Pages pages;

  public SettingsDoor(Visits visits, Pages pages) {
    this.visits = visits;
    this.pages = pages;
  }

  /** A page. */
  public Endpoint page(Function<SettingsVisit, Reply> page) {
    return call -> enter(call, call.address(), page);
  }

  /**
   * A form. One that did not come from our page to this session changes nothing.
   *
   * @param page path of the page that it stands on, perhaps with {@code {id}}: there its sender
   *     comes back to after signing in
   */
  public Endpoint form(String page, BiFunction<SettingsVisit, Parameters, Reply> form) {
    return call ->
        enter(
            call,
            at(page, call),
            visit -> {
              Parameters sent = call.form().withoutRepetition();
              return visits.sent(call, sent) ? form.apply(visit, sent) : stale(visit);
            });
  }

  /** The same for a form with a file. */
  public Endpoint upload(String page, BiFunction<SettingsVisit, Upload, Reply> form) {
    return call ->
        enter(
            call,
            at(page, call),
            visit -> {
              Upload sent = call.upload();
              return visits.sent(call, sent.fields()) ? form.apply(visit, sent) : stale(visit);
            });
  }

  private static String at(String page, Call call) {
    return page.replace("{id}", call.variable("id"));
  }

  private Reply stale(SettingsVisit visit) {
    return pages.problem(403, visit.visit(), "stale", null);
  }

  private Reply enter(Call call, String here, Function<SettingsVisit, Reply> next) {
    Visit visit = visits.of(call);
    return visit
        .session()
        .map(session -> next.apply(new SettingsVisit(call, visit, session)))
        .orElseGet(() -> Reply.seeOther(ReturnTo.of(here).bySigningIn()).noStore());
  }
}
