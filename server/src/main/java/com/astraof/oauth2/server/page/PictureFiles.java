package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.picture.StoredPicture;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;

/**
 * {@code /avatars/{id}/{hash}} and the like, for anyone: the hash is in what we tell of its owner.
 * Whatever a browser takes the bytes for, nothing in them may run.
 */
public final class PictureFiles {
  private final PictureStore pictures;
  private final ErrorShape errors;

  public PictureFiles(PictureStore pictures, ErrorShape errors) {
    this.pictures = pictures;
    this.errors = errors;
  }

  public Endpoint of(Spot spot) {
    return call -> answer(spot, call);
  }

  private Reply answer(Spot spot, Call call) {
    return UserId.parse(call.variable("id"))
        .flatMap(owner -> pictures.find(owner.value(), spot, call.variable("hash")))
        .map(PictureFiles::reply)
        .orElseGet(() -> errors.unrouted(404));
  }

  private static Reply reply(StoredPicture picture) {
    return Reply.bytes(200, picture.contentType(), picture.bytes())
        .with("Cache-Control", "public, max-age=31536000, immutable")
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("Cross-Origin-Resource-Policy", "cross-origin");
  }
}
