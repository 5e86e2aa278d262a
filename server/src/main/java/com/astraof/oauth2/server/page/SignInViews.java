package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.factor.SignIns.Pending;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.passkey.PasskeyQuestions;
import com.astraof.oauth2.server.view.SecondStepPage;
import com.astraof.oauth2.server.view.SignInPage;
import org.jspecify.annotations.Nullable;

/** The two pages of signing in, at first and as they are shown again. */
public final class SignInViews {
  private final Onward onward;
  private final PasskeyQuestions questions;
  private final Pages pages;

  public SignInViews(Onward onward, PasskeyQuestions questions, Pages pages) {
    this.onward = onward;
    this.questions = questions;
    this.pages = pages;
  }

  /**
   * Whoever is signed in is asked whether it is them.
   *
   * @param email as typed before
   * @param problem key of what is wrong; null at first
   */
  Reply first(
      Call call,
      int status,
      Visit seen,
      ReturnTo returnTo,
      String email,
      @Nullable String problem) {
    var ahead = onward.of(returnTo, call.now());
    Visit visit = seen.wishing(ahead.uiLocales());
    User known = known(visit, email);
    var page =
        new SignInPage(
            visit.frame(),
            returnTo.path(),
            ahead.application(),
            known == null ? null : Faces.of(known),
            known == null ? email : address(known),
            sentence(visit, problem),
            questions.toSignIn(visit.door(), call.now()));
    return ahead.lead(pages, status, pages.views().signIn(page), visit);
  }

  Reply second(
      Call call,
      int status,
      Visit seen,
      ReturnTo returnTo,
      Pending pending,
      @Nullable String problem) {
    var ahead = onward.of(returnTo, call.now());
    Visit visit = seen.wishing(ahead.uiLocales());
    var page =
        new SecondStepPage(
            visit.frame(),
            returnTo.path(),
            visit.session().map(Session::user).map(Faces::of).orElse(null),
            pending.adds() ? ahead.application() : null,
            pending.ticket(),
            pending.factors().totp(),
            pending.factors().hasPasskey() ? questions.toGoOn(pending, call.now()) : "",
            sentence(visit, problem));
    return ahead.lead(pages, status, pages.views().secondStep(page), visit);
  }

  /** Who is signed in already, unless it is somebody else who is about to. */
  private static @Nullable User known(Visit visit, String email) {
    return visit
        .session()
        .map(Session::user)
        .filter(user -> email.isEmpty() || email.equalsIgnoreCase(address(user)))
        .orElse(null);
  }

  private static String address(User user) {
    return user.email() == null ? "" : user.email().address();
  }

  private static @Nullable String sentence(Visit visit, @Nullable String problem) {
    return problem == null ? null : visit.frame().words().say("sign_in." + problem);
  }
}
