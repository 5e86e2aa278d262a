package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.authorization.AuthorizationRequest.Prompt;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an app would have its user met.
 *
 * @param uiLocales what the pages are to speak, as in OpenID Connect Core §3.1.2.1; empty when it
 *     does not say
 * @param signedIn shows that the user has signed in for this very request, see {@link
 *     SignInProofs}; null while nobody has. It is ours, not the app's.
 */
public record Interaction(
    Prompt prompt, SignInWish signIn, String uiLocales, @Nullable String signedIn) {
  static final String SIGNED_IN = "signed_in";

  /** What an app sends of it. */
  void putInto(Map<String, String> parameters) {
    var consent = prompt == Prompt.WHEN_NEEDED ? "" : prompt.name().toLowerCase(Locale.ROOT);
    String prompts =
        Stream.of(signIn.anew() ? "login" : "", consent)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(" "));
    if (!prompts.isEmpty()) {
      parameters.put("prompt", prompts);
    }
    signIn.putInto(parameters);
  }

  Interaction with(@Nullable String proof) {
    return new Interaction(prompt, signIn, uiLocales, proof);
  }
}
