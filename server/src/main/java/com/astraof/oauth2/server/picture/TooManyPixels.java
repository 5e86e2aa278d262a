package com.astraof.oauth2.server.picture;

/** Decoding would take more memory than a picture is worth. */
final class TooManyPixels extends RuntimeException {
  private static final long serialVersionUID = 1;
}
