package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.AccountEditor;
import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.ApplicationEdit.BotPublic;
import com.astraof.oauth2.core.application.ApplicationEdit.BotRequiresCodeGrant;
import com.astraof.oauth2.core.application.ApplicationEditor;
import com.astraof.oauth2.core.application.ApplicationSecrets;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.settings.SudoGate;
import com.astraof.oauth2.server.view.ApplicationBotPage;
import com.astraof.oauth2.server.view.ApplicationBotPage.Entered;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.Problems;
import com.astraof.oauth2.server.view.Tab;
import java.util.List;

/** What owners change about their bots. */
public final class BotForms {
  private final BotPages bots;
  private final AccountEditor accounts;
  private final ApplicationEditor applications;
  private final ApplicationSecrets secrets;
  private final SudoGate sudo;
  private final Pages pages;

  public BotForms(
      BotPages bots,
      AccountEditor accounts,
      ApplicationEditor applications,
      ApplicationSecrets secrets,
      SudoGate sudo,
      Pages pages) {
    this.bots = bots;
    this.accounts = accounts;
    this.applications = applications;
    this.secrets = secrets;
    this.sudo = sudo;
    this.pages = pages;
  }

  /** {@code POST …/bot}: all of the profile; what is left empty is no more. */
  public Reply profile(OwnersVisit visit, Parameters form) {
    var entered = new Entered(Typed.text(form, "username"), Typed.text(form, "bio"));
    List<AccountEdit> edits =
        List.of(
            new AccountEdit.Rename(entered.username()),
            new AccountEdit.Describe(Typed.orNull(entered.bio())));
    var application = visit.application();
    var event =
        AuditEvent.application(
            Event.BOT_CHANGED, application.owner(), application.id(), visit.act());
    return switch (accounts.edit(bots.bot(visit), edits, event)) {
      case AccountEditor.Outcome.Edited _ -> visit.done(Done.BOT_SAVED, Tab.BOT);
      case AccountEditor.Outcome.Refused(var problems) ->
          bots.refused(visit, entered, visit.problems(problems));
      case AccountEditor.Outcome.TagTaken() ->
          bots.refused(visit, entered, Problems.of("username", visit.say("bot.taken")));
      case AccountEditor.Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  /** {@code POST …/bot/settings}. */
  public Reply rules(OwnersVisit visit, Parameters form) {
    List<ApplicationEdit> edits =
        List.of(
            new BotPublic(Typed.ticked(form, "bot_public")),
            new BotRequiresCodeGrant(Typed.ticked(form, "bot_require_code_grant")));
    var outcome =
        applications.edit(visit.application(), edits, Event.APPLICATION_CHANGED, visit.act());
    return switch (outcome) {
      case ApplicationEditor.Outcome.Edited _ -> visit.done(Done.BOT_RULES, Tab.BOT);
      case ApplicationEditor.Outcome.Refused(var problems) ->
          throw new IllegalStateException("Rules of a bot cannot be wrong: " + problems);
      case ApplicationEditor.Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }

  /** {@code POST …/bot/reset-token}. */
  public Reply resetToken(OwnersVisit visit, Parameters form) {
    var refusal = sudo.refusal(visit.visit(), form, ApplicationBotPage.TOKEN_FORM);
    if (refusal.isPresent()) {
      return bots.unconfirmed(visit, refusal.get());
    }
    return switch (secrets.resetBotToken(visit.application(), visit.act())) {
      case ApplicationSecrets.Outcome.Issued(var application, var token) ->
          bots.fresh(visit.now(application), token);
      case ApplicationSecrets.Outcome.Refused(var problems) ->
          throw new IllegalStateException("A bot always has a token: " + problems);
      case ApplicationSecrets.Outcome.Gone() -> OwnersDoor.nothingHere(pages, visit.visit());
    };
  }
}
