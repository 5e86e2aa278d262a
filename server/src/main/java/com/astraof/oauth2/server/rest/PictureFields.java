package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.picture.StoredPicture;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.picture.PictureText;
import com.astraof.oauth2.server.picture.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pictures in JSON bodies, in the fields {@code avatar}, {@code banner} and {@code icon}. */
public final class PictureFields {
  private final PictureReader reader;
  private final PictureStore store;

  public PictureFields(PictureReader reader, PictureStore store) {
    this.reader = reader;
    this.store = store;
  }

  /**
   * The pictures of those fields that are there.
   *
   * @throws MalformedRequest when one holds no picture that can be shown
   */
  List<NewPicture> in(JsonBody body, Spot... spots) {
    var pictures = new ArrayList<NewPicture>();
    for (Spot spot : spots) {
      String field = spot.name().toLowerCase(Locale.ROOT);
      if (body.has(field)) {
        var picture = body.verbatim(field).map(text -> read(text, field)).orElse(null);
        pictures.add(new NewPicture(spot, picture));
      }
    }
    return pictures;
  }

  private StoredPicture read(String text, String field) {
    byte[] bytes =
        PictureText.bytes(text)
            .orElseThrow(() -> new MalformedRequest("This is not a data URI in base64.", field));
    return switch (reader.read(bytes)) {
      case Reading.Accepted(var picture) -> picture;
      case Reading.Refused(var why) -> throw new MalformedRequest(why.sentence(), field);
    };
  }

  /** Stores the pictures, so that they can be named. */
  void store(long owner, List<NewPicture> pictures) {
    for (NewPicture picture : pictures) {
      if (picture.stored() != null) {
        store.put(owner, picture.spot(), picture.stored());
      }
    }
  }

  /** Drops what is no longer shown, or a new one that was not named after all. */
  void settle(User user, List<NewPicture> pictures) {
    for (NewPicture picture : pictures) {
      var profile = user.profile();
      String shown = picture.spot() == Spot.BANNER ? profile.banner() : profile.avatar();
      store.keepOnly(user.id().value(), picture.spot(), shown);
    }
  }

  /** The same for an application's icon. */
  void settle(Application application, List<NewPicture> pictures) {
    if (!pictures.isEmpty()) {
      store.keepOnly(application.id().value(), Spot.ICON, application.listing().icon());
    }
  }

  /** And a guild's. */
  void settle(Guild guild, List<NewPicture> pictures) {
    if (!pictures.isEmpty()) {
      store.keepOnly(guild.id().value(), Spot.ICON, guild.icon());
    }
  }

  /**
   * @param stored null to show none
   */
  record NewPicture(Spot spot, @Nullable StoredPicture stored) {
    @Nullable String hash() {
      return stored == null ? null : stored.hash();
    }
  }
}
