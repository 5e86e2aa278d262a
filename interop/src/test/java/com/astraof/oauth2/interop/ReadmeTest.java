package com.astraof.oauth2.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What README.md says of the libraries is what is installed. */
final class ReadmeTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| \\[([^]]+)]\\([^)]+\\) \\| ([^ ]+) \\|", Pattern.MULTILINE);

  /** What the libraries under test stand on. */
  private static final Set<String> GROUND = Set.of("express", "express-session", "passport");

  /** By the property of a pom that holds the version. */
  private static final Map<String, String> IN_JAVA =
      Map.of(
          "nimbus-oauth.version", "Nimbus OAuth 2.0 SDK",
          "spring-security.version", "Spring Security OAuth2 Client",
          "scribejava.version", "ScribeJava",
          "google-oauth.version", "Google OAuth Client Library");

  @Test
  void the_table_names_each_library_and_its_version() throws IOException {
    var told = new TreeMap<String, String>();
    for (MatchResult row : ROW.matcher(read("README.md")).results().toList()) {
      told.put(row.group(1), row.group(2));
    }

    assertThat(told).isEqualTo(installed());
  }

  @Test
  void the_front_page_counts_them() throws IOException {
    long clients = installed().keySet().stream().filter(name -> !name.contains("discord")).count();

    assertThat(read("../README.md")).contains(clients + " client libraries");
  }

  private static Map<String, String> installed() throws IOException {
    var installed = new TreeMap<String, String>();
    var inNode = new JsonMapper().readTree(read("node/package.json")).path("dependencies");
    inNode.properties().forEach(one -> installed.put(one.getKey(), one.getValue().asString()));
    installed.keySet().removeAll(GROUND);
    String poms = read("../pom.xml") + read("pom.xml");
    IN_JAVA.forEach((property, name) -> installed.put(name, version(poms, property)));
    return installed;
  }

  private static String version(String poms, String property) {
    var matcher = Pattern.compile("<" + property + ">([^<]+)<").matcher(poms);
    assertThat(matcher.find()).as(property).isTrue();
    return matcher.group(1);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
