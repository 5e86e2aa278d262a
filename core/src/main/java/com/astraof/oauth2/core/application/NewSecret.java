package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;

/**
 * A secret on its way to its owner, who sees it once.
 *
 * @param kept what stays with us
 */
record NewSecret(Secret text, ClientSecret kept) {
  private static final int SHOWN = 4;

  static NewSecret generate(Entropy entropy, Instant now) {
    Secret secret = entropy.newSecret();
    String text = secret.expose();
    String ending = text.substring(text.length() - SHOWN);
    return new NewSecret(secret, new ClientSecret(SecretHash.of(secret), now, ending));
  }

  /** Contract 1.2. */
  Secret asBotTokenOf(ApplicationId id) {
    return new Secret(id + "." + text.expose());
  }
}
