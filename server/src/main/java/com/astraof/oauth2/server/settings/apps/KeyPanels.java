package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.server.view.KeyPanel;
import com.astraof.oauth2.server.view.KeyPanel.Entered;
import com.astraof.oauth2.server.view.KeyPanel.Item;
import com.astraof.oauth2.server.view.Problems;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;

/** The keys of an application as its page shows them. */
final class KeyPanels {
  private KeyPanels() {}

  static KeyPanel of(ClientKeys keys) {
    return switch (keys) {
      case ClientKeys.None() -> KeyPanel.empty();
      case ClientKeys.Registered registered ->
          new KeyPanel(
              registered.keys().stream().map(KeyPanels::item).toList(),
              null,
              new Entered(registered.jwks(), ""),
              Problems.NONE);
      case ClientKeys.Published(var at) ->
          new KeyPanel(List.of(), at.toString(), new Entered("", at.toString()), Problems.NONE);
    };
  }

  private static Item item(JWK key) {
    String kind =
        switch (key) {
          case ECKey _ -> "ES256";
          case RSAKey _ -> "PS256, RS256";
          default -> "EdDSA";
        };
    return new Item(key.getKeyID(), kind);
  }
}
