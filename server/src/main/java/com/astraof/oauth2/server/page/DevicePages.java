package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.device.DeviceAuthorizations;
import com.astraof.oauth2.core.device.DeviceAuthorizations.Asked;
import com.astraof.oauth2.core.device.DeviceTickets;
import com.astraof.oauth2.core.device.UserCode;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.limit.DeviceGuesses;
import com.astraof.oauth2.server.view.ActivatePage;
import com.astraof.oauth2.server.view.Decision;
import com.astraof.oauth2.server.view.DeviceConsentPage;
import com.astraof.oauth2.server.view.DeviceDonePage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /activate}: where a person lets a device in that has no browser. A code is looked up only
 * when it is sent as a form, and nothing is ever approved without being asked: whoever made the
 * person come here may be after the account (RFC 8628 §5.4).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.3">RFC 8628 §3.3</a>
 */
public final class DevicePages {
  public static final String PATH = "/activate";

  private final DeviceAuthorizations devices;
  private final DeviceTickets tickets;
  private final DeviceGuesses guesses;
  private final Visits visits;
  private final Askers askers;
  private final Pages pages;
  private final ErrorShape errors;

  public DevicePages(
      DeviceAuthorizations devices,
      DeviceTickets tickets,
      DeviceGuesses guesses,
      Visits visits,
      Askers askers,
      Pages pages,
      ErrorShape errors) {
    this.devices = devices;
    this.tickets = tickets;
    this.guesses = guesses;
    this.visits = visits;
    this.askers = askers;
    this.pages = pages;
    this.errors = errors;
  }

  /** {@code GET /activate}. */
  public Reply show(Call call) {
    Visit visit = visits.of(call);
    Optional<UserCode> code = call.query().optional("user_code").flatMap(UserCode::read);
    return visit.session().isEmpty()
        ? signInFirst(code)
        : form(200, visit, code.map(UserCode::toString).orElse(""), null);
  }

  /** {@code POST /activate}. */
  public Reply enter(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    String typed = form.optional("user_code").orElse("");
    Optional<UserCode> code = UserCode.read(typed);
    if (visit.session().isEmpty()) {
      return signInFirst(code);
    }
    if (!visits.sent(call, form)) {
      return form(403, visit, typed, "stale");
    }
    return code.map(read -> enter(call, visit, read))
        .orElseGet(() -> form(400, visit, typed, "incomplete"));
  }

  private Reply enter(Call call, Visit visit, UserCode code) {
    Session session = visit.session().orElseThrow();
    var user = session.user().id();
    Optional<Reply> refusal = guesses.refusal(user, call.network(), errors.answering(call));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Asked> waiting = devices.waiting(code, call.now());
    if (waiting.isEmpty()) {
      guesses.countWrong(user, call.network());
      return form(400, visit, code.toString(), "unknown");
    }
    return ask(visit, session, waiting.get(), code);
  }

  private Reply ask(Visit visit, Session session, Asked asked, UserCode code) {
    Scopes scopes = asked.authorization().scopes();
    Scopes fresh = scopes.minus(devices.approvedBefore(asked, session.user()));
    Scopes shownFirst = fresh.isEmpty() ? scopes : fresh;
    String ticket = tickets.issue(asked.authorization().id(), session);
    var page =
        new DeviceConsentPage(
            visit.frame(),
            askers.of(asked.application(), visit.frame().words()),
            Faces.of(session.user()),
            code.toString(),
            shownFirst,
            scopes.minus(shownFirst),
            new Decision(ticket, here(Optional.of(code)).path()));
    return pages.page(200, pages.views().deviceConsent(page), visit);
  }

  /** {@code POST /activate/decision}: only what was shown is let in, by whom it was shown to. */
  public Reply decide(Call call) {
    Parameters form = call.form().withoutRepetition();
    Visit visit = visits.of(call);
    if (visit.session().isEmpty()) {
      var again = ReturnTo.of(form.optional("return_to").orElse(PATH));
      return Reply.seeOther(again.bySigningIn()).noStore();
    }
    Session session = visit.session().get();
    return tickets
        .open(form.optional("ticket").orElse(""), session)
        .filter(id -> visits.sent(call, form))
        .flatMap(id -> devices.shown(id, call.now()))
        .map(asked -> decide(call, visit, session, asked, form.required("decision")))
        .orElseGet(() -> pages.problem(403, visit, "device_stale", null));
  }

  private Reply decide(Call call, Visit visit, Session session, Asked asked, String decision) {
    if (!decision.equals("approve")) {
      return devices.deny(asked, call.now())
          ? pages.problem(200, visit, "device_denied", null).remark("outcome", "denied")
          : over(visit);
    }
    Act act = call.act(new Who.Person(session.user().id()));
    if (!devices.approve(asked, session, act)) {
      return over(visit);
    }
    var page = new DeviceDonePage(visit.frame(), asked.application().name());
    return pages.page(200, pages.views().deviceDone(page), visit).remark("outcome", "approved");
  }

  private Reply over(Visit visit) {
    return pages.problem(400, visit, "device_over", null).remark("outcome", "over");
  }

  private Reply form(int status, Visit visit, String code, @Nullable String problem) {
    String sentence = problem == null ? null : visit.frame().words().say("activate." + problem);
    var page = new ActivatePage(visit.frame(), code, sentence);
    return pages.page(status, pages.views().activate(page), visit);
  }

  private static Reply signInFirst(Optional<UserCode> code) {
    return Reply.seeOther(here(code).bySigningIn()).noStore();
  }

  private static ReturnTo here(Optional<UserCode> code) {
    return new ReturnTo(PATH + code.map(known -> "?user_code=" + known).orElse(""));
  }
}
