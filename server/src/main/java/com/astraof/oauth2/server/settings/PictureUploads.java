package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.picture.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes pictures out of forms: stored before they are named, dropped when they no longer are. */
public final class PictureUploads {
  private final PictureReader reader;
  private final PictureStore pictures;

  public PictureUploads(PictureReader reader, PictureStore pictures) {
    this.reader = reader;
    this.pictures = pictures;
  }

  /**
   * @param file as it was uploaded; empty when none was chosen
   * @param name has the picture shown, by its hash
   * @param refuse says what is wrong with it, by the key of a sentence
   */
  public Reply receive(
      Optional<byte[]> file,
      long owner,
      Spot spot,
      Function<String, Reply> name,
      Function<String, Reply> refuse) {
    if (file.isEmpty()) {
      return refuse.apply("picture.none");
    }
    return switch (reader.read(file.get())) {
      case Reading.Accepted(var picture) -> {
        pictures.put(owner, spot, picture);
        yield name.apply(picture.hash());
      }
      case Reading.Refused(var why) ->
          refuse.apply("picture." + why.name().toLowerCase(Locale.ROOT));
    };
  }

  /**
   * Drops all but the one that is shown now.
   *
   * @param hash null when none is
   */
  public void settle(long owner, Spot spot, @Nullable String hash) {
    pictures.keepOnly(owner, spot, hash);
  }
}
