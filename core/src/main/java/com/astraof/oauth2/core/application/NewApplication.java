package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** What a developer fills in to register an application. Nothing of it has been checked. */
public record NewApplication(
    UserId owner, String name, ClientType type, List<String> redirectUris, boolean botPublic) {
  public NewApplication {
    redirectUris = List.copyOf(redirectUris);
  }

  /** Every field that breaks a rule of contract 1.6, by its path. */
  List<FieldProblem> problems() {
    var problems = new ArrayList<>(ApplicationRules.problemsWithName(name));
    problems.addAll(ApplicationRules.problemsWithRedirectUris(redirectUris, type));
    return problems;
  }
}
