package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.rest.PictureFields.NewPicture;
import java.util.ArrayList;
import java.util.List;

/** Reads what is to be changed about an application: fields that are not there stay as they are. */
final class ApplicationEdits {
  private ApplicationEdits() {}

  static List<ApplicationEdit> in(JsonBody body, List<NewPicture> icon) {
    var edits = new ArrayList<ApplicationEdit>();
    if (body.has("name")) {
      edits.add(new ApplicationEdit.Rename(body.string("name").orElse("")));
    }
    if (body.has("description")) {
      edits.add(new ApplicationEdit.Describe(body.string("description").orElse(null)));
    }
    for (ApplicationEdit.Page page : ApplicationEdit.Page.values()) {
      if (body.has(page.field())) {
        edits.add(new ApplicationEdit.Link(page, body.string(page.field()).orElse(null)));
      }
    }
    icon.forEach(picture -> edits.add(new ApplicationEdit.Icon(picture.hash())));
    if (body.has("redirect_uris")) {
      edits.add(new ApplicationEdit.RedirectUris(body.strings("redirect_uris")));
    }
    if (body.has("client_type")) {
      edits.add(new ApplicationEdit.ChangeType(Applications.clientType(body)));
    }
    edits.addAll(ClientFields.in(body));
    if (body.has("bot_public")) {
      edits.add(new ApplicationEdit.BotPublic(body.bool("bot_public", true)));
    }
    if (body.has("bot_require_code_grant")) {
      boolean required = body.bool("bot_require_code_grant", false);
      edits.add(new ApplicationEdit.BotRequiresCodeGrant(required));
    }
    return edits;
  }
}
