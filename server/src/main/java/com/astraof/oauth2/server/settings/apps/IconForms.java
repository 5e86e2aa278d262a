package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ApplicationEdit.Icon;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Upload;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.PictureUploads;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The icons of applications. */
public final class IconForms {
  private final GeneralPages general;
  private final PictureUploads uploads;
  private final ApplicationEditor editor;
  private final Pages pages;

  public IconForms(
      GeneralPages general, PictureUploads uploads, ApplicationEditor editor, Pages pages) {
    this.general = general;
    this.uploads = uploads;
    this.editor = editor;
    this.pages = pages;
  }

  /** {@code POST …/icon}. */
  public Reply replace(OwnersVisit visit, Upload sent) {
    return uploads.receive(
        sent.file("icon"),
        visit.application().id().value(),
        Spot.ICON,
        hash -> show(visit, hash, Done.ICON),
        key -> general.iconRefused(visit, key));
  }

  /** {@code POST …/icon/remove}. */
  public Reply remove(OwnersVisit visit, Parameters form) {
    return show(visit, null, Done.ICON_REMOVED);
  }

  private Reply show(OwnersVisit visit, @Nullable String hash, Done what) {
    Application seen = visit.application();
    var edits = List.<ApplicationEdit>of(new Icon(hash));
    return switch (editor.edit(seen, edits, Event.APPLICATION_CHANGED, visit.act())) {
      case Outcome.Edited(var edited) -> {
        uploads.settle(seen.id().value(), Spot.ICON, edited.listing().icon());
        yield visit.done(what, Tab.GENERAL);
      }
      case Outcome.Refused(var problems) ->
          throw new IllegalStateException("A stored picture can be an icon: " + problems);
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }
}
