package com.astraof.oauth2.demoapp;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A story of three: a server, the app that is registered with it, and somebody's browser. */
abstract class DemoAppStory {
  FakeAstral astral;
  DemoApp app;
  Browser browser;

  @BeforeEach
  void start() throws IOException {
    astral = new FakeAstral();
    app = DemoApp.start(0, astral.registration());
    browser = new Browser(app.address());
  }

  @AfterEach
  void stop() {
    browser.close();
    app.close();
    astral.close();
  }
}
