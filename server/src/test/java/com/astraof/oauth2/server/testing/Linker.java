package com.astraof.oauth2.server.testing;

import com.astraof.oauth2.core.protocol.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who links an account at another service, in a browser without scripts. */
public record Linker(TestBrowser browser) {
  public static final String PAGE = "/settings/connections";
  private static final String CALLBACK = PAGE + "/callback/";

  /** Signed in. */
  public static Linker of(TestServer server, TestUser user) {
    var browser = new TestBrowser(server);
    browser.signIn(user, "/");
    return new Linker(browser);
  }

  /** Sets out; what the browser takes along to the service. */
  public Parameters setsOutTo(String type) {
    return browser.submitOn(PAGE, PAGE + "/link", Map.of("type", type)).redirectParameters();
  }

  /** Comes back from the service with this. */
  public Answer comesBackFrom(String type, Map<String, String> answer) {
    return browser.open(CALLBACK + type + "?" + Wire.encode(answer));
  }

  /** Sets out and comes back with a code; the page that follows. */
  public String links(String type) {
    return links(type, Map.of("code", "a code"));
  }

  /** The same with another answer. */
  public String links(String type, Map<String, String> answer) {
    var all = new LinkedHashMap<>(answer);
    all.put("state", setsOutTo(type).required("state"));
    return browser.follow(comesBackFrom(type, all)).hasStatus(200).body();
  }

  public String page() {
    return browser.open(PAGE).hasStatus(200).body();
  }
}
