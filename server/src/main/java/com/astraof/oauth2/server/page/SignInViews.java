package com.astraof.oauth2.server.page;

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
    var page =
        new SignInPage(
            visit.frame(),
            returnTo.path(),
            ahead.application(),
            email,
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
            pending.ticket(),
            pending.factors().totp(),
            pending.factors().hasPasskey() ? questions.toGoOn(pending, call.now()) : "",
            sentence(visit, problem));
    return ahead.lead(pages, status, pages.views().secondStep(page), visit);
  }

  private static @Nullable String sentence(Visit visit, @Nullable String problem) {
    return problem == null ? null : visit.frame().words().say("sign_in." + problem);
  }
}
