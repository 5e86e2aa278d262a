package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.application.ClientKeys;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.KeyPanel;
import com.astraof.oauth2.server.view.KeyPanel.Entered;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Tab;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The keys by which an application authenticates. They open what a secret opens, so all asks. */
public final class KeyForms {
  private static final String JWKS = "jwks";
  private static final String JWKS_URI = "jwks_uri";

  private final OAuth2Pages oauth2;
  private final ApplicationEditor editor;
  private final SudoGate sudo;
  private final Pages pages;

  public KeyForms(OAuth2Pages oauth2, ApplicationEditor editor, SudoGate sudo, Pages pages) {
    this.oauth2 = oauth2;
    this.editor = editor;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code POST …/keys}: these and no others from now on. */
  public Reply save(OwnersVisit visit, Parameters form) {
    var typed = new Entered(Typed.text(form, JWKS), Typed.text(form, JWKS_URI));
    var refusal = sudo.refusal(visit.visit(), form, KeyPanel.SAVE_FORM);
    if (refusal.isPresent()) {
      return oauth2.keysUnconfirmed(visit, refusal.get(), typed);
    }
    if (typed.jwks().isEmpty() == typed.address().isEmpty()) {
      return oauth2.keysRefused(visit, typed, Problems.of(JWKS, visit.say("keys.one_of_both")));
    }
    if (!typed.jwks().isEmpty()) {
      return edit(visit, new ClientKeys.Registered(typed.jwks()), typed, Done.KEYS_SAVED);
    }
    return address(typed.address())
        .map(at -> edit(visit, new ClientKeys.Published(at), typed, Done.KEYS_SAVED))
        .orElseGet(
            () -> {
              var problem = Problems.of(JWKS_URI, visit.say("keys.no_address"));
              return oauth2.keysRefused(visit, typed, problem);
            });
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code POST …/keys/remove}. */
  public Reply remove(OwnersVisit visit, Parameters form) {
    return sudo.refusal(visit.visit(), form, KeyPanel.REMOVE_FORM)
        .map(refusal -> oauth2.unconfirmed(visit, refusal))
        .orElseGet(
            () -> {
              var entered = KeyPanels.of(visit.application().client().keys()).entered();
              return edit(visit, ClientKeys.NONE, entered, Done.KEYS_REMOVED);
            });
  }

  private Reply edit(OwnersVisit visit, ClientKeys keys, Entered typed, Done what) {
    List<ApplicationEdit> edits = List.of(new ApplicationEdit.Keys(keys));
    return switch (editor.edit(visit.application(), edits, Event.KEYS_CHANGED, visit.act())) {
      case Outcome.Edited _ -> visit.done(what, Tab.OAUTH2);
      case Outcome.Refused(var problems) ->
          oauth2.keysRefused(visit, typed, visit.problems(problems));
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }
}
