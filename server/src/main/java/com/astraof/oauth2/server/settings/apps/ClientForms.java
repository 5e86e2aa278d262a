package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ApplicationEdit.AddRedirectUri;
import com.astraof.oauth2.core.application.ApplicationEdit.ChangeType;
import com.astraof.oauth2.core.application.ApplicationEdit.RemoveRedirectUri;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationEditor.Outcome;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.application.Demands;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Tab;
import java.util.ArrayList;
import java.util.List;

/** Redirect URIs, the client type, and what the client binds itself to. */
public final class ClientForms {
  private static final String REDIRECT_URI = "redirect_uri";

  private final OAuth2Pages oauth2;
  private final ApplicationEditor editor;
  private final Pages pages;

  public ClientForms(OAuth2Pages oauth2, ApplicationEditor editor, Pages pages) {
    this.oauth2 = oauth2;
    this.editor = editor;
    this.pages = pages;
  }

  /** {@code POST …/redirect-uris/add}. */
  public Reply addRedirectUri(OwnersVisit visit, Parameters form) {
    String typed = Typed.text(form, REDIRECT_URI);
    return edit(visit, new AddRedirectUri(typed), typed, Done.REDIRECT_URI_ADDED);
  }

  /** {@code POST …/redirect-uris/remove}: one that is not registered is as good as removed. */
  public Reply removeRedirectUri(OwnersVisit visit, Parameters form) {
    var edit = new RemoveRedirectUri(form.required(REDIRECT_URI));
    return edit(visit, edit, "", Done.REDIRECT_URI_REMOVED);
  }

  /** {@code POST …/client-type}. */
  public Reply changeType(OwnersVisit visit, Parameters form) {
    return edit(visit, new ChangeType(ClientTypes.of(form)), "", Done.CLIENT_TYPE);
  }

  /** {@code POST …/demands}: all of them, those that are not ticked as well. */
  public Reply bind(OwnersVisit visit, Parameters form) {
    var chosen = Demands.NONE;
    var edits = new ArrayList<ApplicationEdit>();
    for (Demand demand : Demand.values()) {
      boolean ticked = Typed.ticked(form, demand.field());
      chosen = chosen.with(demand, ticked);
      edits.add(new ApplicationEdit.Bind(demand, ticked));
    }
    return switch (editor.edit(
        visit.application(), edits, Event.APPLICATION_CHANGED, visit.act())) {
      case Outcome.Edited _ -> visit.done(Done.DEMANDS, Tab.OAUTH2);
      case Outcome.Refused(var problems) ->
          oauth2.bindingRefused(visit, chosen, visit.translate(problems));
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  private Reply edit(OwnersVisit visit, ApplicationEdit edit, String typed, Done what) {
    var outcome =
        editor.edit(visit.application(), List.of(edit), Event.APPLICATION_CHANGED, visit.act());
    return switch (outcome) {
      case Outcome.Edited _ -> visit.done(what, Tab.OAUTH2);
      case Outcome.Refused(var problems) ->
          oauth2.uriRefused(visit, typed, visit.translate(problems));
      case Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }
}
