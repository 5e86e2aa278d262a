package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.ReturnTo;
import com.astraof.oauth2.server.page.Visits;
import com.astraof.oauth2.server.view.Theme;

/** {@code POST /settings/theme}: the colours of all pages in this browser. */
public final class ThemeForm {
  private final Visits visits;

  public ThemeForm(Visits visits) {
    this.visits = visits;
  }

  public Reply choose(SettingsVisit visit, Parameters form) {
    var back = ReturnTo.of(form.optional("return_to").orElse("/"));
    var theme = Theme.of(form.optional("theme").orElse(""));
    return visits.paint(theme, Reply.seeOther(back.path()).noStore());
  }
}
