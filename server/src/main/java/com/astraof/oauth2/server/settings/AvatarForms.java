package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.account.AccountEdit.Avatar;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.AccountEditor.Outcome;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Upload;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.picture.Reading;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Section;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The avatar on {@code /settings/account}. */
public final class AvatarForms {
  private final AccountPages pages;
  private final AccountEditor editor;
  private final PictureReader reader;
  private final PictureStore pictures;

  public AvatarForms(
      AccountPages pages, AccountEditor editor, PictureReader reader, PictureStore pictures) {
    this.pages = pages;
    this.editor = editor;
    this.reader = reader;
    this.pictures = pictures;
  }

  /** {@code POST /settings/account/avatar}. */
  public Reply upload(SettingsVisit visit, Upload form) {
    var file = form.file("avatar");
    if (file.isEmpty()) {
      return refused(visit, "picture.none");
    }
    return switch (reader.read(file.get())) {
      case Reading.Accepted(var picture) -> {
        pictures.put(visit.user().id().value(), Spot.AVATAR, picture);
        yield shown(visit, picture.hash(), Done.AVATAR);
      }
      case Reading.Refused(var why) ->
          refused(visit, "picture." + why.name().toLowerCase(Locale.ROOT));
    };
  }

  /** {@code POST /settings/account/avatar/remove}. */
  public Reply remove(SettingsVisit visit, Parameters form) {
    return shown(visit, null, Done.AVATAR_REMOVED);
  }

  private Reply shown(SettingsVisit visit, @Nullable String hash, Done done) {
    var user = visit.user();
    var event = AuditEvent.account(Event.PROFILE_CHANGED, user.id(), visit.act());
    if (editor.edit(user, List.of(new Avatar(hash)), event) instanceof Outcome.Edited(var now)) {
      pictures.keepOnly(user.id().value(), Spot.AVATAR, now.profile().avatar());
    }
    return Reply.seeOther(done.on(Section.ACCOUNT)).noStore();
  }

  private Reply refused(SettingsVisit visit, String key) {
    return pages.refused(400, visit, "avatar", visit.words().say(key));
  }
}
