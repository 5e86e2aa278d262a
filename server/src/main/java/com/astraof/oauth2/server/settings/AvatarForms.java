package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.AccountEdit.Avatar;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.AccountEditor.Outcome;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Upload;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The avatar on {@code /settings/account}. */
public final class AvatarForms {
  private final AccountPages pages;
  private final AccountEditor editor;
  private final PictureUploads uploads;

  public AvatarForms(AccountPages pages, AccountEditor editor, PictureUploads uploads) {
    this.pages = pages;
    this.editor = editor;
    this.uploads = uploads;
  }

  /** {@code POST /settings/account/avatar}. */
  public Reply upload(SettingsVisit visit, Upload form) {
    return uploads.receive(
        form.file("avatar"),
        visit.user().id().value(),
        Spot.AVATAR,
        hash -> shown(visit, hash, Done.AVATAR),
        key -> pages.refused(400, visit, "avatar", visit.words().say(key)));
  }

  /** {@code POST /settings/account/avatar/remove}. */
  public Reply remove(SettingsVisit visit, Parameters form) {
    return shown(visit, null, Done.AVATAR_REMOVED);
  }

  private Reply shown(SettingsVisit visit, @Nullable String hash, Done done) {
    var user = visit.user();
    var event = AuditEvent.account(Event.PROFILE_CHANGED, user.id(), visit.act());
    if (editor.edit(user, List.of(new Avatar(hash)), event) instanceof Outcome.Edited(var now)) {
      uploads.settle(user.id().value(), Spot.AVATAR, now.profile().avatar());
    }
    return Reply.seeOther(done.on(Section.ACCOUNT)).noStore();
  }
}
