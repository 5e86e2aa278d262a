package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.AccountEdit;
import com.astraof.oauth2.core.account.Accounts.Registration;
import com.astraof.oauth2.core.account.SignUp;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.ApplicationEdit;
import com.astraof.oauth2.core.application.NewApplication;
import com.astraof.oauth2.core.application.Registrar;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.picture.StoredPicture;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.demoapp.DemoApp;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.picture.Reading.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What has happened in the demo before anyone looks: some weeks, by the rules that all go by. */
final class DemoStory {
  private static final Place FIREFOX = new Place("203.0.113.24", new Device("Firefox", "Windows"));
  private static final Place PHONE = new Place("198.51.100.7", new Device("Safari", "iPhone"));

  private final Core core;
  private final Instant now;
  private final PictureReader pictures = new PictureReader();

  DemoStory(Core core, Instant now) {
    this.core = core;
    this.now = now;
  }

  DemoWorld tell(URI redirectUri) {
    User ada = register(DemoWorld.ADA, "ada", 40);
    User grace = register(DemoWorld.GRACE, "grace", 38);
    new DemoGuilds(core, ada, grace).tell(ago(30));

    var demoApp = application(grace, DemoApp.NAME, redirectUri.toString(), 25);
    describe(demoApp.application(), "corkboard", "A wall for your guilds to pin things to.");
    var charts = application(ada, "Star Charts", "https://starcharts.example/signed-in", 20);
    describe(charts.application(), "stars", "Names what stands above you, wherever you are.");
    var calendar = application(grace, "Night Calendar", "https://calendar.example/callback", 20);
    describe(calendar.application(), "calendar", "Meteor showers and meetings, side by side.");
    use(ada, calendar.application());
    var loom = application(grace, "Pattern Loom", "https://loom.example/oauth", 15);
    describe(loom.application(), "loom", "Weaves guild emblems out of bits.");
    core.transfers.offer(found(loom.application().id()), ada, act(grace, FIREFOX, 3));

    var vega = new OutsideAccount(DemoConnections.TYPE, "vega", "Vega");
    core.connections.link(ada.id(), vega, act(ada, FIREFOX, 9));
    core.sessions.open(ada.id(), SignInMethod.BY_PASSWORD, act(ada, PHONE, 6));
    core.sessions.open(ada.id(), SignInMethod.BY_PASSWORD, act(ada, FIREFOX, 2));
    prove(ada);
    prove(grace);
    return new DemoWorld(demoApp.application().id().toString(), demoApp.secret());
  }

  private User register(DemoWorld.Person person, String picture, int days) {
    var signUp =
        new SignUp(
            new SignUp.Names(person.username(), person.displayName()),
            new SignUp.Login(person.email(), new Secret(person.password())),
            "1985-12-10",
            true);
    var act = new Act(new Who.Stranger(), FIREFOX, ago(days));
    return switch (core.accounts.register(signUp, act)) {
      case Registration.Registered(var user) -> withAvatar(user, picture, days);
      case Registration outcome ->
          throw new CannotStart(
              "The demo's data is incomplete ("
                  + outcome
                  + "). Delete its folder and start again.");
    };
  }

  /** The demo's people have opened the link in their first mail. */
  private void prove(User user) {
    var mark = core.users.findLogin(user.id()).orElseThrow().mark();
    String link = core.mailLinks.seal(user.id(), new Claim.Verify(mark), now);
    core.emailAddresses.verify(link, new Act(new Who.Stranger(), FIREFOX, now));
  }

  private User withAvatar(User user, String name, int days) {
    StoredPicture picture = picture(name);
    core.pictures.put(user.id().value(), Spot.AVATAR, picture);
    var edit = new AccountEdit.Avatar(picture.hash());
    var event = AuditEvent.account(Event.PROFILE_CHANGED, user.id(), act(user, FIREFOX, days));
    core.accountEditor.edit(user, List.of(edit), event);
    return core.users.find(user.id()).orElseThrow();
  }

  private Registered application(User owner, String name, String redirectUri, int days) {
    var app =
        new NewApplication(owner.id(), name, ClientType.CONFIDENTIAL, List.of(redirectUri), true);
    return switch (core.registrar.register(app, act(owner, FIREFOX, days))) {
      case Registrar.Outcome.Registered(var registered, var _, var credentials)
          when credentials.clientSecret() != null ->
          new Registered(registered, credentials.clientSecret());
      case Registrar.Outcome outcome ->
          throw new IllegalStateException("The demo's application is refused: " + outcome);
    };
  }

  private void describe(Application application, String icon, String description) {
    StoredPicture picture = picture(icon);
    core.pictures.put(application.id().value(), Spot.ICON, picture);
    List<ApplicationEdit> edits =
        List.of(
            new ApplicationEdit.Icon(picture.hash()), new ApplicationEdit.Describe(description));
    User owner = core.users.find(application.owner()).orElseThrow();
    core.applicationEditor.edit(
        application, edits, Event.APPLICATION_CHANGED, act(owner, FIREFOX, 14));
  }

  /** The user allows an app something, and the app uses it until yesterday. */
  private void use(User user, Application application) {
    var scopes = Scopes.of(Scope.IDENTIFY, Scope.GUILDS);
    core.consents.approve(user.id(), application.id(), scopes, act(user, PHONE, 12));
    core.apps.used(user.id(), application.id(), ago(1));
  }

  private Application found(ApplicationId id) {
    return core.applications.find(id).orElseThrow();
  }

  private StoredPicture picture(String name) {
    try (var file = DemoStory.class.getResourceAsStream("demo/" + name + ".png")) {
      if (file != null && pictures.read(file.readAllBytes()) instanceof Accepted(var picture)) {
        return picture;
      }
      throw new IllegalStateException("The demo's picture " + name + " is missing");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Act act(User user, Place place, int days) {
    return new Act(new Who.Person(user.id()), place, ago(days));
  }

  private Instant ago(int days) {
    // Nobody does everything at the same time of day.
    return now.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(days * 97L % 600));
  }

  private record Registered(Application application, Secret secret) {}
}
