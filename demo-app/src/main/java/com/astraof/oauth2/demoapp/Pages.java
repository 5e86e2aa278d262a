package com.astraof.oauth2.demoapp;

import com.astraof.oauth2.demoapp.Astral.Refusal;
import com.astraof.oauth2.demoapp.Journal.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame around every page, and the pages of somebody who is not signed in. */
final class Pages {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{}</title>
      <link rel="stylesheet" href="/style.css">
      <link rel="icon" href="/icon.svg" type="image/svg+xml">
      </head>
      <body>
      <header><a href="/"><img src="/icon.svg" alt="" width="32" height="32">{}</a></header>
      <main>
      {}
      </main>
      <footer>{} is a demo: a third party's app, apart from Astral, that shows what every app can do after a
      sign-in. It keeps what it learns in memory, until you disconnect or it stops.</footer>
      </body>
      </html>
      """;

  private static final String WELCOME =
      """
      {}
      <section class="hero">
      <h1>All your guilds, pinned to one board</h1>
      <p>Astral will ask whether {} may see your username and avatar, your e-mail address, the list of your guilds
      and, if you like, the accounts that you have linked; your messages stay out of its reach.</p>
      <a class="button" id="signin" href="/signin">Sign in with Astral</a>
      </section>
      {}
      <section>
      <h2>What will happen</h2>
      <ol class="steps">
      <li><strong>You go to Astral.</strong> You sign in there, never here: this app does not see your password.</li>
      <li><strong>Astral asks you.</strong> It shows which app is asking and what it would see. You may say no.</li>
      <li><strong>You come back with a code.</strong> This app's server exchanges it, once, for an access token and a
      refresh token.</li>
      <li><strong>This app asks Astral's API.</strong> You see every request that it made, and can take its access
      back.</li>
      </ol>
      </section>
      """;

  private static final String MESSAGE =
      """
      <section class="hero">
      <h1>{}</h1>
      <p>{}</p>
      {}
      </section>
      """;

  private static final String TRY_AGAIN =
      """
      <a class="button" id="signin" href="/signin">Try again</a>
      <a class="quiet" href="/">Back to the first page</a>
      """;

  private static final String ERROR_DETAILS =
      """
      <dl>
      <div><dt>error</dt><dd><code id="error">{}</code></dd></div>
      <div><dt>error_description</dt><dd id="error-description">{}</dd></div>
      </dl>
      """;

  private static final String NOTICE =
      """
      <p id="notice" role="status">{}</p>
      """;

  private static final String JOURNAL =
      """
      <section>
      <h2>What just happened</h2>
      <p>The requests behind this page, in order. Secrets and tokens are left out.</p>
      <ol class="requests" id="requests">
      {}</ol>
      </section>
      """;

  private static final String STEP =
      """
      <li><span>{}</span> <code>{} {}</code> <span class="result">{}</span></li>
      """;

  private Pages() {}

  static Reply signedOut(@Nullable String notice, List<Step> steps) {
    return Reply.page(
        200, frame(DemoApp.NAME, Html.of(WELCOME, notice(notice), DemoApp.NAME, journal(steps))));
  }

  static Reply denied() {
    var text =
        "Astral told "
            + DemoApp.NAME
            + " nothing about you. Should you change your mind, sign in any time.";
    return message(200, "You said no, that's fine", text, Html.of(TRY_AGAIN));
  }

  static Reply oauthError(Refusal refusal) {
    var description = refusal.description() == null ? "none given" : refusal.description();
    var details = Html.of(ERROR_DETAILS + TRY_AGAIN, refusal.error(), description);
    return message(400, "Astral could not sign you in", "This is what it said:", details);
  }

  static Reply problem(int status, String title, String text) {
    return message(
        status, title, text, Html.of("<a class=\"button\" href=\"/\">To the first page</a>"));
  }

  private static Reply message(int status, String title, String text, Html more) {
    return Reply.page(
        status, frame(title + " · " + DemoApp.NAME, Html.of(MESSAGE, title, text, more)));
  }

  static Html frame(String title, Html content) {
    return Html.of(FRAME, title, DemoApp.NAME, content, DemoApp.NAME);
  }

  static Html notice(@Nullable String text) {
    return text == null ? Html.NONE : Html.of(NOTICE, text);
  }

  static Html journal(List<Step> steps) {
    return steps.isEmpty()
        ? Html.NONE
        : Html.of(JOURNAL, Html.join(steps.stream().map(Pages::step).toList()));
  }

  private static Html step(Step step) {
    return Html.of(STEP, step.purpose(), step.method(), step.path(), step.result());
  }
}
