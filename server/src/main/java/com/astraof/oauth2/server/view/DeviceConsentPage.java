package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import java.util.List;

/**
 * Asks whether an app on another device may.
 *
 * @param code what the device shows
 * @param newlyAsked what it would be allowed anew
 * @param knownBefore what the app may do as it is, and asks for again
 */
public record DeviceConsentPage(
    Frame frame,
    Asker application,
    Person user,
    String code,
    Scopes newlyAsked,
    Scopes knownBefore,
    Decision decision) {

  public List<Asked> fresh() {
    return asked(newlyAsked);
  }

  public List<Asked> known() {
    return asked(knownBefore);
  }

  private static List<Asked> asked(Scopes scopes) {
    return scopes.stream().map(scope -> new Asked(scope, false)).toList();
  }
}
