package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.rest.PictureFields.NewPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is to be changed about a user: fields that are not there stay as they are. */
final class AccountEdits {
  private AccountEdits() {}

  /** What people change about themselves. */
  static List<AccountEdit> ofPerson(JsonBody body, List<NewPicture> pictures) {
    var edits = ofBot(body, pictures);
    if (body.has("discriminator")) {
      edits.add(new AccountEdit.Renumber(body.snowflake("discriminator").orElse("")));
    }
    if (body.has("global_name")) {
      edits.add(new AccountEdit.ShowAs(body.string("global_name").orElse(null)));
    }
    if (body.has("pronouns")) {
      edits.add(new AccountEdit.Pronouns(body.string("pronouns").orElse(null)));
    }
    if (body.has("locale")) {
      edits.add(new AccountEdit.Speak(body.string("locale").orElse(null)));
    }
    return edits;
  }

  /** What owners change about their bots. */
  static List<AccountEdit> ofBot(JsonBody body, List<NewPicture> pictures) {
    var edits = new ArrayList<AccountEdit>();
    if (body.has("username")) {
      edits.add(new AccountEdit.Rename(body.string("username").orElse("")));
    }
    if (body.has("bio")) {
      edits.add(new AccountEdit.Describe(body.string("bio").orElse(null)));
    }
    for (NewPicture picture : pictures) {
      edits.add(
          picture.spot() == Spot.BANNER
              ? new AccountEdit.Banner(picture.hash())
              : new AccountEdit.Avatar(picture.hash()));
    }
    return edits;
  }

  static List<FieldProblem> problems(List<AccountEdit> edits) {
    return edits.stream().map(AccountEdit::problem).flatMap(Optional::stream).toList();
  }
}
