package com.astraof.oauth2.server.page;

import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.Frame;
import com.astraof.oauth2.server.view.ProblemPage;
import com.astraof.oauth2.server.view.Views;
import com.astraof.oauth2.server.view.Words;
import org.jspecify.annotations.Nullable;

/** Turns a rendered page into a reply that no one can frame, cache or learn addresses from. */
public final class Pages {
  private final Views views;

  public Pages(Views views) {
    this.views = views;
  }

  public Views views() {
    return views;
  }

  /** A page whose forms go to us alone. */
  public Reply page(int status, String html, Visit visit) {
    return page(status, html, visit, "'self'");
  }

  /**
   * A page whose form's answer may lead on to an app, or to one of several services. Chromium
   * applies form-action to every redirect after a form, and those may redirect further, so all of
   * https is allowed then, and each origin that is a loopback one.
   */
  public Reply leadingOut(int status, String html, Visit visit, String... origins) {
    var formAction = new StringBuilder("'self' https:");
    for (String origin : origins) {
      formAction.append(origin.startsWith("https://") ? "" : " " + origin);
    }
    return page(status, html, visit, formAction.toString());
  }

  /** A problem worded for people. */
  public Reply problem(int status, Visit visit, String key, @Nullable String detail) {
    return page(status, problemHtml(visit.frame(), key, detail), visit);
  }

  /** A problem that came up before anything is known about the browser. */
  Reply problem(Words words, int status, String key, @Nullable String detail) {
    return secured(Reply.html(status, problemHtml(new Frame(words, ""), key, detail)), "'self'");
  }

  private String problemHtml(Frame frame, String key, @Nullable String detail) {
    Words words = frame.words();
    String title = words.say("problem." + key + ".title");
    return views.problem(
        new ProblemPage(frame, title, words.say("problem." + key + ".message"), detail));
  }

  private static Reply page(int status, String html, Visit visit, String formAction) {
    Reply reply = secured(Reply.html(status, html), formAction);
    return visit.newVisitor() == null ? reply : reply.with("Set-Cookie", visit.newVisitor());
  }

  private static Reply secured(Reply reply, String formAction) {
    return reply
        .noStore()
        .with(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action "
                + formAction
                + "; frame-ancestors 'none'; base-uri 'none'")
        .with("X-Frame-Options", "DENY")
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }
}
