package com.astraof.oauth2.server.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of our pages. */
final class Link {
  private Link() {}

  /** A page that leads on to another. */
  static String to(String path, String returnTo) {
    return path + "?return_to=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
  }
}
