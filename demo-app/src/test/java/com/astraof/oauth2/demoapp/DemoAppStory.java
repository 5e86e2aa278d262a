package com.astraof.oauth2.demoapp;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A story of three: a server, the app that is registered with it, and somebody's browser. */
abstract class DemoAppStory {
  static final URI LINK_CALLBACK = URI.create("http://localhost:1/callback/constellation");
  static final String LINK_SECRET = "between-the-two";

  FakeAstral astral;
  Constellation constellation;
  DemoApp app;
  Browser browser;

  @BeforeEach
  void start() throws IOException {
    astral = new FakeAstral();
    constellation = new Constellation(LINK_CALLBACK, LINK_SECRET);
    app = DemoApp.start(0, astral.registration(), constellation);
    browser = new Browser(app.address());
  }

  @AfterEach
  void stop() {
    browser.close();
    app.close();
    astral.close();
  }
}
