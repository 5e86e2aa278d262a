package com.astraof.oauth2.server.mail;

import com.astraof.oauth2.core.account.Language;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.mail.MailLinks;
import com.astraof.oauth2.core.mail.QueuedMail;
import com.astraof.oauth2.server.view.ConfirmLinkPage.Purpose;
import com.astraof.oauth2.server.view.LetterPage;
import com.astraof.oauth2.server.view.Letters;
import com.astraof.oauth2.server.view.NewPasswordPage.Way;
import com.astraof.oauth2.server.view.Views;
import com.astraof.oauth2.server.view.Words;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the words and the link for a mail, at the moment when it is sent. Links lead to the issuer,
 * whatever any request said.
 */
public final class Writer {
  private final String issuer;
  private final UserStore users;
  private final ApplicationStore applications;
  private final MailLinks links;
  private final Views views;
  private final String host;

  public Writer(
      String issuer, UserStore users, ApplicationStore applications, MailLinks links, Views views) {
    this.issuer = issuer;
    this.users = users;
    this.applications = applications;
    this.links = links;
    this.views = views;
    this.host = URI.create(issuer).getAuthority();
  }

  /** Empty when there is nothing to be said any more, or nobody to say it to. */
  Optional<Letter> write(QueuedMail queued, Instant now) {
    Mail mail = queued.mail();
    return page(mail, now).map(page -> letter(queued, mail.recipient(), page, now));
  }

  private Letter letter(QueuedMail queued, String recipient, LetterPage page, Instant now) {
    String id = queued.id() + " " + queued.mail().at().toEpochMilli() + " " + issuer;
    return new Letter(id, recipient, now, page, views.letter(page));
  }

  private Optional<LetterPage> page(Mail mail, Instant now) {
    return switch (mail) {
      case Mail.Verify(var user, var _, var mark, var _) ->
          users
              .findLogin(user)
              .filter(login -> login.mark().equals(mark))
              .map(
                  login ->
                      letters(login.user())
                          .verify(link(Purpose.VERIFY.path(), login, new Claim.Verify(mark), now)));
      case Mail.Reset(var recipient, var at) ->
          users
              .findLogin(recipient)
              .filter(login -> !isNewer(login, at))
              .map(
                  login ->
                      letters(login.user())
                          .reset(
                              link(Way.RESET.path(), login, new Claim.Reset(login.mark()), now),
                              login.user().tag().toString()));
      case Mail.Change(var user, var recipient, var mark, var _) ->
          users
              .findLogin(user)
              .filter(login -> login.mark().equals(mark))
              .map(
                  login ->
                      letters(login.user())
                          .change(
                              link(
                                  Purpose.CHANGE.path(),
                                  login,
                                  new Claim.Change(mark, recipient),
                                  now),
                              login.user().tag().toString()));
      case Mail.Changed(var user, var _, var at) ->
          users
              .findLogin(user)
              .map(
                  login ->
                      letters(login.user())
                          .changed(
                              link(Way.BACK.path(), login, new Claim.WayBack(at), now),
                              login.user().tag().toString(),
                              at));
      case Mail.Tell tell ->
          users.find(tell.user()).map(user -> letters(user).tell(told(tell), issuer));
    };
  }

  /** In the language of their account; who has not chosen one is written to in English. */
  private Letters letters(User user) {
    var language = Objects.requireNonNullElse(user.profile().language(), Language.ENGLISH);
    return new Letters(Words.in(Locale.of(language.tag())), host);
  }

  /** Whether the password was changed after the mail was asked for. */
  private static boolean isNewer(Login login, Instant askedAt) {
    Instant changedAt = login.user().history().passwordChangedAt();
    return changedAt != null && changedAt.isAfter(askedAt);
  }

  private Letters.Told told(Mail.Tell tell) {
    String application =
        Optional.ofNullable(tell.application()).flatMap(applications::name).orElse(null);
    return new Letters.Told(tell.what(), application, tell.place(), tell.at());
  }

  private String link(String path, Login login, Claim claim, Instant now) {
    return issuer + path + "?link=" + links.seal(login.user().id(), claim, now);
  }
}
