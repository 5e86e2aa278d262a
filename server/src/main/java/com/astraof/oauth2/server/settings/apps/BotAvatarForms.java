package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.AccountEdit.Avatar;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.account.AccountEditor.Outcome;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.AuditEvent;
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

/** The avatars of bots. */
public final class BotAvatarForms {
  private final BotPages bots;
  private final PictureUploads uploads;
  private final AccountEditor editor;
  private final Pages pages;

  public BotAvatarForms(BotPages bots, PictureUploads uploads, AccountEditor editor, Pages pages) {
    this.bots = bots;
    this.uploads = uploads;
    this.editor = editor;
    this.pages = pages;
  }

  /** {@code POST …/bot/avatar}. */
  public Reply replace(OwnersVisit visit, Upload sent) {
    return uploads.receive(
        sent.file("avatar"),
        visit.application().botUser().value(),
        Spot.AVATAR,
        hash -> show(visit, hash, Done.BOT_AVATAR),
        key -> bots.avatarRefused(visit, key));
  }

  /** {@code POST …/bot/avatar/remove}. */
  public Reply remove(OwnersVisit visit, Parameters form) {
    return show(visit, null, Done.BOT_AVATAR_REMOVED);
  }

  private Reply show(OwnersVisit visit, @Nullable String hash, Done what) {
    User bot = bots.bot(visit);
    var edits = List.<AccountEdit>of(new Avatar(hash));
    return switch (editor.edit(bot, edits, event(visit))) {
      case Outcome.Edited(var edited) -> {
        uploads.settle(bot.id().value(), Spot.AVATAR, edited.profile().avatar());
        yield visit.done(what, Tab.BOT);
      }
      case Outcome.Refused _, Outcome.TagTaken _ ->
          throw new IllegalStateException("A stored picture can be an avatar");
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  private static AuditEvent event(OwnersVisit visit) {
    var application = visit.application();
    return AuditEvent.application(
        Event.BOT_CHANGED, application.owner(), application.id(), visit.act());
  }
}
