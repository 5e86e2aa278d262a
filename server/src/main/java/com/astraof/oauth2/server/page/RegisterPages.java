package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Accounts;
import com.astraof.oauth2.core.account.Accounts.Registration;
import com.astraof.oauth2.core.account.SignUp;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.RegisterPage;
import com.astraof.oauth2.server.view.RegisterPage.Entered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /register}. */
public final class RegisterPages {
  private static final Entered NOTHING = new Entered("", "", "", "");

  private final Accounts accounts;
  private final MailDesk mails;
  private final Visits visits;
  private final Arrivals arrivals;
  private final Onward onward;
  private final Pages pages;

  public RegisterPages(
      Accounts accounts,
      MailDesk mails,
      Visits visits,
      Arrivals arrivals,
      Onward onward,
      Pages pages) {
    this.accounts = accounts;
    this.mails = mails;
    this.visits = visits;
    this.arrivals = arrivals;
    this.onward = onward;
    this.pages = pages;
  }

  /** {@code GET /register}. */
  public Reply show(Call call) {
    var returnTo = ReturnTo.of(call.query().optional("return_to").orElse("/"));
    Visit visit = visits.of(call).wishing(onward.of(returnTo, call.now()).uiLocales());
    return form(call, 200, visit, returnTo, NOTHING, Map.of());
  }

  /** {@code POST /register}: registers and signs in. */
  public Reply register(Call call) {
    Parameters form = call.form().withoutRepetition();
    var returnTo = ReturnTo.of(form.optional("return_to").orElse("/"));
    var entered = entered(form);
    Visit visit = visits.of(call).wishing(onward.of(returnTo, call.now()).uiLocales());
    if (!visits.sent(call, form)) {
      String sentence = visit.frame().words().say("sign_in.stale");
      return form(call, 403, visit, returnTo, entered, Map.of("", sentence));
    }
    return switch (accounts.register(signUp(visit, form, entered), call.act(new Who.Stranger()))) {
      case Registration.Registered(var user) -> {
        mails.welcome(user, call);
        yield arrivals.signIn(call, user.id(), SignInMethod.BY_PASSWORD, returnTo);
      }
      case Registration.Refused(var problems) ->
          form(
              call,
              400,
              visit,
              returnTo,
              entered,
              Problems.byField(visit.frame().words(), problems));
      case Registration.Busy() -> {
        String sentence = visit.frame().words().say("sign_in.busy");
        yield form(call, 503, visit, returnTo, entered, Map.of("", sentence))
            .with("Retry-After", "2");
      }
    };
  }

  private static Entered entered(Parameters form) {
    return new Entered(
        form.optional("email").orElse("").strip(),
        form.optional("display_name").orElse("").strip(),
        form.optional("username").orElse("").strip(),
        form.optional("date_of_birth").orElse("").strip());
  }

  /**
   * On this page everyone gets an address and a password; unclaimed accounts come over the API
   * alone.
   */
  private static SignUp signUp(Visit visit, Parameters form, Entered entered) {
    return new SignUp(
        new SignUp.Names(orNull(entered.username()), orNull(entered.displayName())),
        new SignUp.Login(entered.email(), new Secret(form.optional("password").orElse(""))),
        orNull(entered.dateOfBirth()),
        form.optional("consent").filter("true"::equals).isPresent(),
        visit.frame().words().language());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Reply form(
      Call call,
      int status,
      Visit visit,
      ReturnTo returnTo,
      Entered entered,
      Map<String, String> problems) {
    var ahead = onward.of(returnTo, call.now());
    var page =
        new RegisterPage(visit.frame(), returnTo.path(), ahead.application(), entered, problems);
    return ahead.lead(pages, status, pages.views().register(page), visit);
  }
}
