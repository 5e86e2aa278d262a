package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.DisplayName;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.RedirectUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an application's fields must be: contract 1.6. */
public final class ApplicationRules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 400;
  private static final int MOST_REDIRECT_URIS = 10;

  private ApplicationRules() {}

  public static List<FieldProblem> problemsWithName(String name) {
    boolean isTooLong = name.codePointCount(0, name.length()) > LONGEST_NAME;
    if (DisplayName.clean(name).isEmpty() || isTooLong) {
      return problem("name", "A name has 1 to " + LONGEST_NAME + " characters.");
    }
    return List.of();
  }

  static List<FieldProblem> problemsWithDescription(@Nullable String text) {
    if (text != null && text.codePointCount(0, text.length()) > LONGEST_DESCRIPTION) {
      String sentence = "A description has at most " + LONGEST_DESCRIPTION + " characters.";
      return problem("description", sentence);
    }
    return List.of();
  }

  public static List<FieldProblem> problemsWithLink(String field, @Nullable String address) {
    if (address == null) {
      return List.of();
    }
    if (!address.startsWith("https://")) {
      return problem(field, "Write the whole address, beginning with https://.");
    }
    // The same care as for redirect URIs: people will follow it because we show it.
    return RedirectUri.problemWith(address).isEmpty()
        ? List.of()
        : problem(field, "This is not an address such as https://app.example/terms.");
  }

  public static List<FieldProblem> problemsWithRedirectUris(List<String> uris, ClientType type) {
    var problems = new ArrayList<FieldProblem>();
    if (uris.size() > MOST_REDIRECT_URIS) {
      problems.add(tooMany("redirect_uris"));
    }
    for (int i = 0; i < uris.size(); i++) {
      String path = "redirect_uris." + i;
      problemWith(uris.get(i), type)
          .ifPresent(message -> problems.add(new FieldProblem(path, message)));
    }
    return problems;
  }

  /** Custom schemes are for public apps on people's devices (RFC 8252 §7.1). */
  static Optional<String> problemWith(String uri, ClientType type) {
    return type == ClientType.PUBLIC
        ? RedirectUri.problemWithNative(uri)
        : RedirectUri.problemWith(uri);
  }

  static List<FieldProblem> problemsWithOneMore(List<RedirectUri> registered, String uri) {
    if (registered.stream().anyMatch(known -> known.matches(uri))) {
      return problem("redirect_uri", "This redirect URI is registered already.");
    }
    return registered.size() >= MOST_REDIRECT_URIS ? List.of(tooMany("redirect_uri")) : List.of();
  }

  private static FieldProblem tooMany(String path) {
    return new FieldProblem(path, "There may be at most " + MOST_REDIRECT_URIS + " redirect URIs.");
  }

  private static List<FieldProblem> problem(String path, String message) {
    return List.of(new FieldProblem(path, message));
  }
}
