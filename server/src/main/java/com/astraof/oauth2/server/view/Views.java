package com.astraof.oauth2.server.view;

import gg.jte.generated.precompiled.StaticTemplates;

/** Turns pages into HTML. Made once, shared by all threads. */
public final class Views {
  private final StaticTemplates templates = new StaticTemplates();

  public Views() {}

  public String signIn(SignInPage page) {
    return templates.signIn(page).render();
  }

  public String secondStep(SecondStepPage page) {
    return templates.secondStep(page).render();
  }

  public String register(RegisterPage page) {
    return templates.register(page).render();
  }

  public String consent(ConsentPage page) {
    return templates.consent(page).render();
  }

  public String stronger(StrongerPage page) {
    return templates.stronger(page).render();
  }

  public String botGuilds(BotGuildsPage page) {
    return templates.botGuilds(page).render();
  }

  public String botReview(BotReviewPage page) {
    return templates.botReview(page).render();
  }

  public String botDone(BotDonePage page) {
    return templates.botDone(page).render();
  }

  public String activate(ActivatePage page) {
    return templates.activate(page).render();
  }

  public String deviceConsent(DeviceConsentPage page) {
    return templates.deviceConsent(page).render();
  }

  public String deviceDone(DeviceDonePage page) {
    return templates.deviceDone(page).render();
  }

  public String home(HomePage page) {
    return templates.home(page).render();
  }

  public String account(AccountPage page) {
    return templates.account(page).render();
  }

  public String security(SecurityPage page) {
    return templates.security(page).render();
  }

  public String confirm(ConfirmPage page) {
    return templates.confirm(page).render();
  }

  public String authenticator(AuthenticatorPage page) {
    return templates.authenticator(page).render();
  }

  public String newPasskey(NewPasskeyPage page) {
    return templates.newPasskey(page).render();
  }

  public String recoveryCodes(RecoveryCodesPage page) {
    return templates.recoveryCodes(page).render();
  }

  public String activity(ActivityPage page) {
    return templates.activity(page).render();
  }

  public String authorizedApps(AuthorizedAppsPage page) {
    return templates.authorizedApps(page).render();
  }

  public String connections(ConnectionsPage page) {
    return templates.connections(page).render();
  }

  public String closed(ClosedPage page) {
    return templates.closed(page).render();
  }

  public String blocked(BlockedPage page) {
    return templates.blocked(page).render();
  }

  public String data(DataPage page) {
    return templates.data(page).render();
  }

  public String sessions(SessionsPage page) {
    return templates.sessions(page).render();
  }

  public String applications(ApplicationsPage page) {
    return templates.applications(page).render();
  }

  public String newApplication(NewApplicationPage page) {
    return templates.newApplication(page).render();
  }

  public String applicationCreated(ApplicationCreatedPage page) {
    return templates.applicationCreated(page).render();
  }

  public String applicationGeneral(ApplicationGeneralPage page) {
    return templates.applicationGeneral(page).render();
  }

  public String applicationOAuth2(ApplicationOAuth2Page page) {
    return templates.applicationOAuth2(page).render();
  }

  public String applicationBot(ApplicationBotPage page) {
    return templates.applicationBot(page).render();
  }

  public String applicationInsights(ApplicationInsightsPage page) {
    return templates.applicationInsights(page).render();
  }

  public String applicationDanger(ApplicationDangerPage page) {
    return templates.applicationDanger(page).render();
  }

  public String formPost(FormPostPage page) {
    return templates.formPost(page).render();
  }

  public String permissions(PermissionsPage page) {
    return templates.permissions(page).render();
  }

  public String forgot(ForgotPage page) {
    return templates.forgot(page).render();
  }

  public String newPassword(NewPasswordPage page) {
    return templates.newPassword(page).render();
  }

  public String confirmLink(ConfirmLinkPage page) {
    return templates.confirmLink(page).render();
  }

  public String linkDone(LinkDonePage page) {
    return templates.linkDone(page).render();
  }

  public String mailbox(MailboxPage page) {
    return templates.mailbox(page).render();
  }

  /** Not a page of ours, but what is seen in a mail. */
  public String letter(LetterPage page) {
    return templates.letter(page).render();
  }

  public String problem(ProblemPage page) {
    return templates.problem(page).render();
  }
}
