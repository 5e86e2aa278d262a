package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.authentication.AuthenticationClass;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.Parameters;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How recent and how strong an app wants the sign-in.
 *
 * @param anew whether the user has to sign in for this very request ({@code prompt=login})
 * @param maxAge how old it may be ({@code max_age}); null for any age
 * @param classes one of which it has to be, the preferred first ({@code acr_values}); empty for any
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470#section-4">RFC 9470 §4</a>
 */
public record SignInWish(
    boolean anew, @Nullable Duration maxAge, List<AuthenticationClass> classes) {
  static final SignInWish NONE = new SignInWish(false, null, List.of());

  private static final String MAX_AGE = "max_age";
  private static final String CLASSES = "acr_values";

  public SignInWish {
    classes = List.copyOf(classes);
  }

  /**
   * @param prompts that the request has
   */
  static SignInWish read(Parameters parameters, List<String> prompts) {
    Duration maxAge = parameters.optional(MAX_AGE).map(SignInWish::seconds).orElse(null);
    var classes = parameters.optional(CLASSES).map(SignInWish::classes).orElse(List.of());
    return new SignInWish(prompts.contains("login"), maxAge, classes);
  }

  private static Duration seconds(String text) {
    if (!text.matches("[0-9]{1,10}")) {
      throw new MalformedRequest("max_age must be a number of seconds, such as 300.");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static List<AuthenticationClass> classes(String text) {
    var known =
        Arrays.stream(text.split(" ", -1))
            .map(AuthenticationClass::named)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (known.isEmpty()) {
      throw new RequestParts.Wrong(
          Code.UNMET_AUTHENTICATION_REQUIREMENTS,
          "acr_values names none of " + String.join(", ", AuthenticationClass.wires()) + ".");
    }
    return known;
  }

  void putInto(Map<String, String> parameters) {
    if (maxAge != null) {
      parameters.put(MAX_AGE, Long.toString(maxAge.toSeconds()));
    }
    if (!classes.isEmpty()) {
      parameters.put(
          CLASSES,
          classes.stream().map(AuthenticationClass::wire).collect(Collectors.joining(" ")));
    }
  }

  /** Whether the user has to sign in for this very request; at an age of 0 as well. */
  boolean isForThisRequest() {
    return anew || Duration.ZERO.equals(maxAge);
  }

  /** Whether it matters when the user signed in. */
  public boolean isAboutTime() {
    return anew || maxAge != null;
  }
}
