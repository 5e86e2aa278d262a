package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Faces;
import com.astraof.oauth2.server.settings.SettingsVisit;
import com.astraof.oauth2.server.view.ApplicationFrame;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SettingsFrame;
import com.astraof.oauth2.server.view.Tab;
import java.util.List;

/** Someone on a page of an application of their own. */
public record OwnersVisit(SettingsVisit visit, Application application) {
  Act act() {
    return visit.act();
  }

  String say(String key) {
    return visit.words().say(key);
  }

  /** The first of what the rules found, in this person's language. */
  String translate(List<FieldProblem> found) {
    return visit.words().translate(found.getFirst().message());
  }

  /** What the rules found, in this person's language. */
  Problems problems(List<FieldProblem> found) {
    return Problems.in(visit.words(), found);
  }

  /** The same visit, now that the application has changed. */
  OwnersVisit now(Application changed) {
    return new OwnersVisit(visit, changed);
  }

  /** The frame of one of its pages, which says what was just done there. */
  ApplicationFrame frame(Tab tab) {
    String id = application.id().toString();
    var notice = visit.call().query().optional("done").flatMap(Done::of).map(Done::notice);
    var settings =
        new SettingsFrame(
            visit.visit().frame(),
            Section.APPLICATIONS,
            Faces.of(visit.user()),
            notice.orElse(null),
            ApplicationFrame.path(id, tab));
    return new ApplicationFrame(
        settings,
        tab,
        id,
        application.name(),
        Faces.icon(application),
        application.oversight().disabled());
  }

  /** On to one of its pages, which says what was done. */
  Reply done(Done what, Tab tab) {
    String path = ApplicationFrame.path(application.id().toString(), tab);
    return Reply.seeOther(what.on(path)).noStore();
  }
}
