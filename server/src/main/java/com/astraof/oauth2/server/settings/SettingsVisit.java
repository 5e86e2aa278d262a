package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.page.Faces;
import com.astraof.oauth2.server.page.Visit;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Notice;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SettingsFrame;
import com.astraof.oauth2.server.view.Words;
import org.jspecify.annotations.Nullable;

/** Someone who is signed in, looking at a page of the settings or sending a form of one. */
public record SettingsVisit(Call call, Visit visit, Session session) {
  public User user() {
    return session.user();
  }

  public Words words() {
    return visit.frame().words();
  }

  /** What this person is doing. */
  public Act act() {
    return call.act(new Who.Person(user().id()));
  }

  /** The frame of a section's page, which says what was just done there. */
  public SettingsFrame frame(Section section) {
    return frame(
        section, call.query().optional("done").flatMap(Done::of).map(Done::notice).orElse(null));
  }

  /** The frame of a section's page, on which some notice stands or none. */
  SettingsFrame frame(Section section, @Nullable Notice notice) {
    return new SettingsFrame(visit.frame(), section, Faces.of(user()), notice);
  }
}
