package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.mail.MailDesk;
import com.astraof.oauth2.server.mail.MailDesk.Answer;
import com.astraof.oauth2.server.view.AccountPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import java.util.Map;

/** The address on {@code /settings/account}: proving it, and wishing for another. */
public final class EmailForms {
  private final AccountPages pages;
  private final SudoGate sudo;
  private final MailDesk desk;

  public EmailForms(AccountPages pages, SudoGate sudo, MailDesk desk) {
    this.pages = pages;
    this.sudo = sudo;
    this.desk = desk;
  }

  /** {@code POST /settings/account/email/verify}: mails the link once more. */
  public Reply verify(SettingsVisit visit, Parameters form) {
    return answer(visit, "", desk.verify(visit.user(), visit.call()), Done.VERIFICATION_SENT);
  }

  /** {@code POST /settings/account/email}: nothing changes before the new address is proved. */
  public Reply change(SettingsVisit visit, Parameters form) {
    String address = form.optional("new_email").orElse("").strip();
    var refusal = sudo.refusal(visit, form, AccountPage.EMAIL_FORM);
    if (refusal.isPresent()) {
      var refused = refusal.get();
      return refused.on(pages.email(refused.status(), visit, refused.sudo(), address, Map.of()));
    }
    return answer(
        visit, address, desk.change(visit.user(), address, visit.call()), Done.EMAIL_CHANGE_SENT);
  }

  private Reply answer(SettingsVisit visit, String address, Answer answer, Done done) {
    return switch (answer) {
      case Answer.Sent() -> Reply.seeOther(done.on(Section.ACCOUNT)).noStore();
      case Answer.TooOften() -> {
        String sentence = visit.words().say("account.email.too_often");
        yield pages.email(429, visit, sudo.of(visit), address, Map.of("", sentence));
      }
      case Answer.Refused(var problem) -> {
        var problems = Map.of("new_email", problem.message());
        yield pages.email(400, visit, sudo.of(visit), address, problems);
      }
    };
  }
}
