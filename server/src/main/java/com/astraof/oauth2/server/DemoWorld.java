package com.astraof.oauth2.server;

import com.astraof.oauth2.core.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
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
      DemoWorld made = new DemoStory(core, clock.instant()).tell(redirectUri);
      made.write(file);
      return made;
    } catch (IOException e) {
      throw new CannotStart("The demo's file " + file + " cannot be used: " + e, e);
    }
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
