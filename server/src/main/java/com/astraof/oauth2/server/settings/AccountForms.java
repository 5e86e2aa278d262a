package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.AccountEdit.Describe;
import com.astraof.oauth2.core.account.AccountEdit.Pronouns;
import com.astraof.oauth2.core.account.AccountEdit.Rename;
import com.astraof.oauth2.core.account.AccountEdit.Renumber;
import com.astraof.oauth2.core.account.AccountEdit.ShowAs;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.AccountEditor.Outcome;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.AccountPage;
import com.astraof.oauth2.server.view.AccountPage.Entered;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Sudo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people change about themselves on {@code /settings/account}. */
public final class AccountForms {
  private final AccountPages pages;
  private final SudoGate sudo;
  private final AccountEditor editor;

  public AccountForms(AccountPages pages, SudoGate sudo, AccountEditor editor) {
    this.pages = pages;
    this.sudo = sudo;
    this.editor = editor;
  }

  /** {@code POST /settings/account/profile}: all of it; what is left empty is no more. */
  public Reply profile(SettingsVisit visit, Parameters form) {
    var now = AccountPages.entered(visit.user());
    var entered =
        new Entered(
            text(form, "display_name"),
            text(form, "pronouns"),
            text(form, "bio"),
            now.username(),
            now.discriminator());
    List<AccountEdit> edits =
        List.of(
            new ShowAs(orNull(entered.displayName())),
            new Pronouns(orNull(entered.pronouns())),
            new Describe(orNull(entered.bio())));
    var problems = edit(visit, edits, Event.PROFILE_CHANGED);
    return problems.isEmpty()
        ? done(Done.PROFILE)
        : pages.page(400, visit, sudo.of(visit), entered, problems);
  }

  /** {@code POST /settings/account/username}: without a number, one is chosen. */
  public Reply username(SettingsVisit visit, Parameters form) {
    var now = AccountPages.entered(visit.user());
    var entered =
        new Entered(
            now.displayName(),
            now.pronouns(),
            now.bio(),
            text(form, "username"),
            text(form, "discriminator"));
    var refusal = sudo.refusal(visit, form, AccountPage.USERNAME_FORM);
    if (refusal.isPresent()) {
      var refused = refusal.get();
      return refused.on(pages.page(refused.status(), visit, refused.sudo(), entered, Map.of()));
    }
    var problems = edit(visit, tagEdits(entered), Event.USERNAME_CHANGED);
    return problems.isEmpty()
        ? done(Done.USERNAME)
        : pages.page(400, visit, Sudo.given(), entered, problems);
  }

  private static List<AccountEdit> tagEdits(Entered entered) {
    var rename = new Rename(entered.username());
    return entered.discriminator().isEmpty()
        ? List.of(rename)
        : List.of(rename, new Renumber(entered.discriminator()));
  }

  /** What is wrong, by field; nothing when it is done. */
  private Map<String, String> edit(SettingsVisit visit, List<AccountEdit> edits, Event what) {
    var event = AuditEvent.account(what, visit.user().id(), visit.act());
    return switch (editor.edit(visit.user(), edits, event)) {
      case Outcome.Edited _, Outcome.Gone _ -> Map.of();
      case Outcome.Refused(var problems) -> Problems.byField(visit.words(), problems);
      case Outcome.TagTaken() -> Map.of("discriminator", visit.words().say("account.taken"));
    };
  }

  private static Reply done(Done done) {
    return Reply.seeOther(done.on(Section.ACCOUNT)).noStore();
  }

  /** Browsers send the ends of lines as two characters. */
  private static String text(Parameters form, String field) {
    return form.optional(field).orElse("").replace("\r\n", "\n").strip();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
