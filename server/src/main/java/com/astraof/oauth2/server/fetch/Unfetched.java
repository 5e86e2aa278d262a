package com.astraof.oauth2.server.fetch;

import java.io.IOException;

/** Why a document was not fetched; its message ends a sentence. */
final class Unfetched extends IOException {
  private static final long serialVersionUID = 1;

  Unfetched(String why) {
    super(why);
  }
}
