package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.RedirectUri;
import java.util.ArrayList;
import java.util.List;

/** What a developer fills in to register an application. Nothing of it has been checked. */
public record NewApplication(
    UserId owner, String name, ClientType type, List<String> redirectUris, boolean botPublic) {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_REDIRECT_URIS = 10;

  public NewApplication {
    redirectUris = List.copyOf(redirectUris);
  }

  /** Every field that breaks a rule of contract 1.6, by its path. */
  List<FieldProblem> problems() {
    var problems = new ArrayList<FieldProblem>();
    if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      problems.add(new FieldProblem("name", "A name has 1 to " + LONGEST_NAME + " characters."));
    }
    if (redirectUris.size() > MOST_REDIRECT_URIS) {
      problems.add(
          new FieldProblem(
              "redirect_uris", "There may be at most " + MOST_REDIRECT_URIS + " redirect URIs."));
    }
    for (int i = 0; i < redirectUris.size(); i++) {
      String path = "redirect_uris." + i;
      RedirectUri.problemWith(redirectUris.get(i))
          .ifPresent(message -> problems.add(new FieldProblem(path, message)));
    }
    return problems;
  }
}
