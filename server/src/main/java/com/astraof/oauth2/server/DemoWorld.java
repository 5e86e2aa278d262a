package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.Accounts.Registration;
import com.astraof.oauth2.core.account.SignUp;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.NewApplication;
import com.astraof.oauth2.core.application.Registrar;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.demoapp.DemoApp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;

/**
 * The demo's people, guilds and application, made on first start through the same rules that
 * everyone goes through. What is shown only once, the client secret, is kept in a file of the
 * demo's folder.
 */
record DemoWorld(String clientId, Secret clientSecret) {
  static final Person ADA =
      new Person("ada@demo.example", "first-programmer", "ada", "Ada Lovelace");
  static final Person GRACE =
      new Person("grace@demo.example", "first-compiler", "grace", "Grace Hopper");

  /** Someone whom a newcomer can be. */
  record Person(String email, String password, String username, String displayName) {}

  /** What there is already, or a new one. */
  static DemoWorld in(Core core, Path folder, URI redirectUri, InstantSource clock) {
    Path file = folder.resolve("demo.properties");
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      DemoWorld made = make(core, redirectUri, clock);
      made.write(file);
      return made;
    } catch (IOException e) {
      throw new CannotStart("The demo's file " + file + " cannot be used: " + e, e);
    }
  }

  private static DemoWorld make(Core core, URI redirectUri, InstantSource clock) {
    UserId ada = register(core, ADA, clock);
    UserId grace = register(core, GRACE, clock);
    for (String guild :
        List.of("Analytical Engine Club", "Night Sky Watchers", "Lacework & Logic")) {
      core.guilds.create(ada, guild, true, clock.instant());
    }
    core.guilds.create(grace, "Compiler Crew", true, clock.instant());
    var app =
        new NewApplication(
            grace, DemoApp.NAME, ClientType.CONFIDENTIAL, List.of(redirectUri.toString()), true);
    return switch (core.registrar.register(app, act(grace, clock))) {
      case Registrar.Outcome.Registered(var registered, var _, var credentials)
          when credentials.clientSecret() != null ->
          new DemoWorld(registered.id().toString(), credentials.clientSecret());
      case Registrar.Outcome outcome ->
          throw new IllegalStateException("The demo's application is refused: " + outcome);
    };
  }

  private static Act act(UserId user, InstantSource clock) {
    return new Act(new Who.Person(user), Place.TERMINAL, clock.instant());
  }

  private static UserId register(Core core, Person person, InstantSource clock) {
    var signUp =
        new SignUp(
            new SignUp.Names(person.username(), person.displayName()),
            new SignUp.Login(person.email(), new Secret(person.password())),
            "1985-12-10",
            true);
    return switch (core.accounts.register(
        signUp, new Act(new Who.Stranger(), Place.TERMINAL, clock.instant()))) {
      case Registration.Registered(var user) -> user.id();
      case Registration outcome ->
          throw new CannotStart(
              "The demo's data is incomplete ("
                  + outcome
                  + "). Delete its folder and start again.");
    };
  }

  private static DemoWorld read(Path file) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new DemoWorld(
        properties.getProperty("client-id", ""),
        new Secret(properties.getProperty("client-secret", "")));
  }

  private void write(Path file) throws IOException {
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(
        file, "client-id=" + clientId + "\nclient-secret=" + clientSecret.expose() + "\n");
  }
}
