package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, sends the hidden fields of the form it looks at. */
public final class TestBrowser {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\"");

  private final TestServer server;
  private final String name;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String languages = "";

  public TestBrowser(TestServer server) {
    this(server, "");
  }

  /**
   * @param name what it calls itself, as {@code User-Agent}
   */
  public TestBrowser(TestServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Asks for pages in these languages from now on, as {@code Accept-Language} names them. */
  public TestBrowser reading(String accepted) {
    languages = accepted;
    return this;
  }

  public Answer open(String path) {
    return remember(server.wire().get(path, headers()));
  }

  /** Sends a form with the page's hidden fields and these. */
  public Answer submit(Answer page, String action, Map<String, String> fields) {
    var all = hiddenFields(page);
    all.putAll(fields);
    return remember(server.wire().form(action, all, headers()));
  }

  /** Opens a page and sends a form of it. */
  public Answer submitOn(String path, String action, Map<String, String> fields) {
    return submit(open(path).hasStatus(200), action, fields);
  }

  /** Sends a form with a file, the page's hidden fields and these. */
  public Answer upload(
      Answer page, String action, Map<String, String> fields, String name, byte[] file) {
    var all = hiddenFields(page);
    all.putAll(fields);
    return remember(server.wire().upload(action, all, name, file, headers()));
  }

  /** Sends a body of any type. */
  public Answer post(String path, String body, String contentType) {
    var all = new LinkedHashMap<>(headers());
    all.put("Content-Type", contentType);
    return remember(server.wire().send("POST", path, body, all));
  }

  /** Signs in on the page and answers the redirect. */
  public Answer signIn(TestUser user, String returnTo) {
    Answer page = open("/login?return_to=" + Wire.encode(returnTo)).hasStatus(200);
    return submit(page, "/login", Map.of("email", user.email(), "password", TestUser.PASSWORD));
  }

  /** Follows redirects within the server until there is a page or an address outside. */
  public Answer follow(Answer answer) {
    Answer at = answer;
    for (int i = 0; i < 5 && at.status() == 303 && at.redirect().getHost() == null; i++) {
      at = open(at.redirect().toString());
    }
    return at;
  }

  public Map<String, String> cookies() {
    return cookies;
  }

  public static Map<String, String> hiddenFields(Answer page) {
    var fields = new LinkedHashMap<String, String>();
    Matcher matcher = HIDDEN.matcher(page.body());
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
    }
    assertThat(fields).as(page.toString()).containsKey("form_token");
    return fields;
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    if (!name.isEmpty()) {
      headers.put("User-Agent", name);
    }
    if (!languages.isEmpty()) {
      headers.put("Accept-Language", languages);
    }
    if (!cookies.isEmpty()) {
      headers.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers;
  }

  private Answer remember(Answer answer) {
    for (String header : answer.headers("Set-Cookie")) {
      String pair = header.substring(0, header.indexOf(';'));
      int equals = pair.indexOf('=');
      if (header.contains("Max-Age=0")) {
        cookies.remove(pair.substring(0, equals));
      } else {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return answer;
  }
}
