package com.astraof.oauth2.server.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** New recovery codes, shown this once. */
public record RecoveryCodesPage(SettingsFrame settings, List<String> codes) {
  public RecoveryCodesPage {
    codes = List.copyOf(codes);
  }

  /** A line each. */
  public String text() {
    return String.join("\n", codes);
  }

  /** A text file with them, as an address. */
  public String file() {
    String text = settings.words().say("recovery_codes.file", settings.person().tag());
    String lines = text + "\n\n" + text() + "\n";
    return "data:text/plain;charset=utf-8,"
        + URLEncoder.encode(lines, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
