package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Someone in a browser, looking after one application in the settings. */
public final class Developer {
  private static final Pattern SHOWN = Pattern.compile("id=\"([a-z_]+)\">([^<]+)</code>");

  private final TestBrowser browser;
  private final TestApp app;

  private Developer(TestBrowser browser, TestApp app) {
    this.browser = browser;
    this.app = app;
  }

  /** Signed in, whosever the application is. */
  public static Developer of(TestServer server, TestUser user, TestApp app) {
    var browser = new TestBrowser(server);
    browser.signIn(user, "/");
    return new Developer(browser, app);
  }

  /** One of the application's pages, such as {@code /oauth2}. */
  public Answer open(String ending) {
    return browser.open(path(ending));
  }

  /** Sends a form that may come from any of its pages. */
  public Answer send(String ending, Map<String, String> fields) {
    Answer page = browser.open("/settings/applications").hasStatus(200);
    return browser.submit(page, path(ending), fields);
  }

  /** Sends a form that asks for the password, with the right one. */
  public Answer confirm(String ending, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("sudo_password", TestUser.PASSWORD);
    return send(ending, all);
  }

  /** Sends a form with a file, of whatever the file is made. */
  public Answer upload(String ending, String name, String content, String formToken) {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n"
            + formToken
            + "\r\n--x\r\nContent-Disposition: form-data; name=\""
            + name
            + "\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
            + content
            + "\r\n--x--\r\n";
    String type = "multipart/form-data; boundary=x";
    return browser.post(path(ending), body, type);
  }

  /** What forms of this session carry. */
  public String formToken() {
    Answer page = browser.open("/settings/applications").hasStatus(200);
    return TestBrowser.hiddenFields(page).getOrDefault("form_token", "");
  }

  /** The page that a successful form leads to. */
  public Answer follow(Answer answer) {
    return browser.follow(answer).hasStatus(200);
  }

  public TestBrowser browser() {
    return browser;
  }

  public String path(String ending) {
    return "/settings/applications/" + app.id() + ending;
  }

  /** A value that the page offers to be copied. */
  public static String shown(Answer page, String id) {
    return SHOWN
        .matcher(page.body())
        .results()
        .filter(match -> match.group(1).equals(id))
        .map(match -> match.group(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No value " + id + " in " + page));
  }

  public static void showsNone(Answer page, String id) {
    assertThat(page.body()).as(page.toString()).doesNotContain("id=\"" + id + "\"");
  }
}
