package com.astraof.oauth2.server.page;

import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.Assets.Asset;

/** Files that pages need. Their paths name their contents, so browsers keep them for good. */
public final class AssetFiles {
  private AssetFiles() {}

  public static Endpoint serving(Asset asset) {
    Reply reply =
        Reply.text(200, asset.contentType(), asset.body())
            .with("Cache-Control", "public, max-age=31536000, immutable");
    return call -> reply;
  }
}
