package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationSecrets;
import com.astraof.oauth2.core.application.ApplicationSecrets.Outcome;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationOAuth2Page;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Tab;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * New client secrets, each shown once, and the end of old ones. All of it asks for the password.
 */
public final class SecretForms {
  private final OAuth2Pages oauth2;
  private final ApplicationSecrets secrets;
  private final SudoGate sudo;
  private final Pages pages;

  public SecretForms(OAuth2Pages oauth2, ApplicationSecrets secrets, SudoGate sudo, Pages pages) {
    this.oauth2 = oauth2;
    this.secrets = secrets;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code POST …/secrets/add}. */
  public Reply add(OwnersVisit visit, Parameters form) {
    return confirmed(
        visit,
        form,
        ApplicationOAuth2Page.ADD_FORM,
        () -> shown(visit, secrets.add(visit.application(), visit.act())));
  }

  /** {@code POST …/secrets/reset}. */
  public Reply reset(OwnersVisit visit, Parameters form) {
    return confirmed(
        visit,
        form,
        ApplicationOAuth2Page.RESET_FORM,
        () -> shown(visit, secrets.reset(visit.application(), visit.act())));
  }

  private Reply shown(OwnersVisit visit, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Issued(var application, var secret) ->
          oauth2.fresh(visit.now(application), secret);
      case Outcome.Refused(var problems) -> oauth2.secretRefused(visit, visit.translate(problems));
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  /** {@code POST …/secrets/retire}. */
  public Reply retire(OwnersVisit visit, Parameters form) {
    String id = form.required("secret_id");
    Optional<SecretHash> secret = SecretHash.read(id);
    if (secret.isEmpty()) {
      return OwnersDoor.nothingHere(pages, visit.visit());
    }
    return confirmed(
        visit,
        form,
        ApplicationOAuth2Page.SecretItem.form(id),
        () -> retired(visit, secrets.retire(visit.application(), secret.get(), visit.act())));
  }

  private Reply retired(OwnersVisit visit, ApplicationEditor.Outcome outcome) {
    return switch (outcome) {
      case ApplicationEditor.Outcome.Edited _ -> visit.done(Done.SECRET_RETIRED, Tab.OAUTH2);
      case ApplicationEditor.Outcome.Refused(var problems) ->
          oauth2.secretRefused(visit, visit.translate(problems));
      case ApplicationEditor.Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  private Reply confirmed(OwnersVisit visit, Parameters form, String name, Supplier<Reply> work) {
    return sudo.refusal(visit.visit(), form, name)
        .map(refusal -> oauth2.unconfirmed(visit, refusal))
        .orElseGet(work);
  }
}
