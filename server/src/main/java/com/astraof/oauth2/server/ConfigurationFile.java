package com.astraof.oauth2.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The file of lines such as {@code port = 8080}. */
final class ConfigurationFile {
  static final String VARIABLE = "ASTRAL_CONFIG";

  private static final Path USUAL = Path.of("astral.properties");

  private ConfigurationFile() {}

  /**
   * Its entries; none where there is no file at the usual place and none was named.
   *
   * @param named on the command line; else in the environment
   * @throws CannotStart when one was named that cannot be read
   */
  static Map<String, String> read(@Nullable Path named, Map<String, String> environment) {
    Path file = named == null ? fromEnvironment(environment) : named;
    if (file == null) {
      return Map.of();
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotStart("The configuration file " + file + " cannot be read: " + e, e);
    }
    var entries = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
    return entries;
  }

  private static @Nullable Path fromEnvironment(Map<String, String> environment) {
    String named = environment.get(VARIABLE);
    if (named != null) {
      return Path.of(named);
    }
    return Files.exists(USUAL) ? USUAL : null;
  }
}
