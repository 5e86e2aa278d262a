package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.secret.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Files that pages refer to. A path carries a hash of the content and may be cached for good. */
public final class Assets {
  private static final int HASH_BYTES = 8;

  private static final Asset STYLESHEET = read("astral", ".css", "text/css; charset=utf-8");
  private static final Asset SETTINGS = read("settings", ".css", "text/css; charset=utf-8");
  private static final Asset APPLICATIONS = read("applications", ".css", "text/css; charset=utf-8");
  private static final Asset APPLICATIONS_SCRIPT =
      read("applications", ".js", "text/javascript; charset=utf-8");
  private static final Asset SCRIPT = read("astral", ".js", "text/javascript; charset=utf-8");
  private static final Asset PASSKEYS = read("passkeys", ".js", "text/javascript; charset=utf-8");
  private static final Asset FAVICON = read("favicon", ".svg", "image/svg+xml");

  private Assets() {}

  public static List<Asset> all() {
    return List.of(
        STYLESHEET, SETTINGS, APPLICATIONS, SCRIPT, APPLICATIONS_SCRIPT, PASSKEYS, FAVICON);
  }

  /** The stylesheet's path. */
  public static String stylesheet() {
    return STYLESHEET.path();
  }

  /** The path of what settings pages add to the stylesheet. */
  public static String settingsStylesheet() {
    return SETTINGS.path();
  }

  /** The path of what the pages of applications add to that. */
  public static String applicationsStylesheet() {
    return APPLICATIONS.path();
  }

  /** The path of the script that the pages of applications have beside the other. */
  public static String applicationsScript() {
    return APPLICATIONS_SCRIPT.path();
  }

  /** The script's path. Pages do without it, only less comfortably. */
  public static String script() {
    return SCRIPT.path();
  }

  /** The path of the script that hands questions to passkeys. */
  public static String passkeysScript() {
    return PASSKEYS.path();
  }

  /** The icon's path. */
  public static String favicon() {
    return FAVICON.path();
  }

  private static Asset read(String name, String ending, String contentType) {
    try (var file = Assets.class.getResourceAsStream(name + ending)) {
      if (file == null) {
        throw new IllegalStateException(name + ending + " is missing from the build");
      }
      byte[] content = file.readAllBytes();
      String hash = HexFormat.of().formatHex(Sha256.of(content), 0, HASH_BYTES);
      String path = "/assets/" + name + "-" + hash + ending;
      return new Asset(path, contentType, new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + ending, e);
    }
  }

  /**
   * One file.
   *
   * @param body to be sent as UTF-8
   */
  public record Asset(String path, String contentType, String body) {}
}
