package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.AccountEdit.Speak;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.Language;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.ReturnTo;
import java.util.List;

/** {@code POST /settings/language}: what pages and mails speak to this person from now on. */
public final class LanguageForm {
  private final AccountEditor editor;

  public LanguageForm(AccountEditor editor) {
    this.editor = editor;
  }

  public Reply choose(SettingsVisit visit, Parameters form) {
    Language.of(form.optional("language").orElse("")).ifPresent(chosen -> speak(visit, chosen));
    var back = ReturnTo.of(form.optional("return_to").orElse("/"));
    return Reply.seeOther(back.path()).noStore();
  }

  private void speak(SettingsVisit visit, Language language) {
    var event = AuditEvent.account(Event.PROFILE_CHANGED, visit.user().id(), visit.act());
    editor.edit(visit.user(), List.of(new Speak(language.tag())), event);
  }
}
