package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Application.Links;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages that an app names as its own. */
public record AppLinks(Links links) {

  /**
   * Key of each one's name, to its address. Whatever else is stored, a link never runs a script.
   */
  public Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    put(all, "app.website", links.website());
    put(all, "app.terms", links.termsOfService());
    put(all, "app.privacy", links.privacyPolicy());
    return all;
  }

  private static void put(Map<String, String> all, String key, @Nullable String address) {
    if (address != null && address.startsWith("https://")) {
      all.put(key, address);
    }
  }
}
