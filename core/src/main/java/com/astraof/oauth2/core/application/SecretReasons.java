package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.ClientSecret;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.secret.Secret;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Why a client secret did not fit, by its form alone: none of it is kept or shown. */
final class SecretReasons {
  /** Of 256 bits in base64url. */
  private static final int LENGTH = 43;

  private SecretReasons() {}

  static Reason of(Application application, Secret presented) {
    if (!application.isConfidential()) {
      return Reason.of(Cause.SECRET_OF_PUBLIC);
    }
    String text = presented.expose();
    if (text.startsWith(application.id() + ".")) {
      return Reason.of(Cause.SECRET_IS_BOT_TOKEN);
    }
    if (text.length() != LENGTH) {
      return Reason.counting(Cause.SECRET_LENGTH, text.length());
    }
    Optional<Instant> newest =
        application.client().secrets().stream()
            .map(ClientSecret::createdAt)
            .max(Comparator.naturalOrder());
    return newest
        .map(at -> Reason.at(Cause.SECRET_WRONG, at))
        .orElseGet(() -> Reason.of(Cause.SECRET_NONE_LEFT));
  }
}
