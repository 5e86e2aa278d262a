package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.leaving.AccountClosing;
import com.astraof.oauth2.core.leaving.ClosureStore.Closing;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.rest.PersonalData;
import com.astraof.oauth2.server.view.DataPage;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.Sudo;
import java.util.List;
import java.util.function.Supplier;

/** {@code /settings/data}: a copy of one's data, and leaving for a while or for good. */
public final class DataPages {
  private final AccountClosing closing;
  private final PersonalData data;
  private final SudoGate sudo;
  private final Pages pages;

  public DataPages(AccountClosing closing, PersonalData data, SudoGate sudo, Pages pages) {
    this.closing = closing;
    this.data = data;
    this.sudo = sudo;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    return page(200, visit, sudo.of(visit), List.of(), false);
  }

  /** {@code POST /settings/data/copy}: answers the file. */
  public Reply copy(SettingsVisit visit, Parameters form) {
    return confirmed(visit, form, DataPage.COPY_FORM, () -> data.file(visit.user(), visit.act()));
  }

  /** {@code POST /settings/data/disable}. */
  public Reply disable(SettingsVisit visit, Parameters form) {
    return confirmed(
        visit,
        form,
        DataPage.DISABLE_FORM,
        () -> {
          closing.disable(visit.user().id(), visit.act());
          return gone();
        });
  }

  /** {@code POST /settings/data/delete}. */
  public Reply delete(SettingsVisit visit, Parameters form) {
    if (form.optional("confirm").isEmpty()) {
      return page(400, visit, sudo.of(visit), List.of(), true);
    }
    return confirmed(
        visit,
        form,
        DataPage.DELETE_FORM,
        () ->
            switch (closing.delete(visit.user().id(), visit.act())) {
              case Closing.Closed _ -> gone();
              case Closing.OwnsGuilds(var names) -> page(400, visit, Sudo.given(), names, false);
            });
  }

  /** The session has ended with the account. */
  private static Reply gone() {
    return Reply.seeOther("/").noStore();
  }

  private Reply confirmed(SettingsVisit visit, Parameters form, String name, Supplier<Reply> work) {
    return sudo.refusal(visit, form, name)
        .map(refused -> refused.on(page(refused.status(), visit, refused.sudo(), List.of(), false)))
        .orElseGet(work);
  }

  private Reply page(
      int status, SettingsVisit visit, Sudo asked, List<String> guilds, boolean unconfirmed) {
    var page =
        new DataPage(
            visit.frame(Section.DATA), asked, AccountClosing.GRACE.toDays(), guilds, unconfirmed);
    return pages.page(status, pages.views().data(page), visit.visit());
  }
}
