package com.astraof.oauth2.server.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How applications come in that no developer registers.
 *
 * @param most how many of them there may be
 * @param patience after which those go that no user has ever approved
 */
public record RegistrationSettings(
    Mode mode, int most, Duration patience, boolean documents, HostList hosts) {
  /** None of them comes in. */
  public static final RegistrationSettings OFF =
      new RegistrationSettings(Mode.OFF, 10_000, Duration.ofDays(30), false, HostList.ANY);

  /** Who may register a client by itself (RFC 7591). */
  public enum Mode {
    OFF,
    /** Whoever has an initial token. */
    TOKEN,
    OPEN
  }

  public boolean isOn() {
    return mode != Mode.OFF;
  }

  static RegistrationSettings read(Function<Setting, String> values, List<String> problems) {
    String hosts = values.apply(Setting.CLIENT_DOCUMENT_HOSTS);
    return new RegistrationSettings(
        mode(values.apply(Setting.REGISTRATION), problems),
        most(values.apply(Setting.REGISTRATION_MOST), problems),
        new Durations(values, problems).of(Setting.REGISTRATION_UNUSED),
        documents(values.apply(Setting.CLIENT_DOCUMENTS), problems),
        HostList.parse(hosts)
            .orElseGet(
                () -> {
                  problems.add(
                      "client-document-hosts are hosts such as app.example, *.app.example or"
                          + " !evil.example: "
                          + hosts);
                  return HostList.ANY;
                }));
  }

  private static Mode mode(String text, List<String> problems) {
    if (!List.of("off", "token", "open").contains(text)) {
      problems.add("registration is off, token or open: " + text);
      return Mode.OFF;
    }
    return Mode.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static int most(String text, List<String> problems) {
    if (text.matches("[0-9]{1,7}")) {
      return Integer.parseInt(text);
    }
    problems.add("registration-most is a number of applications, 9999999 at most: " + text);
    return 0;
  }

  private static boolean documents(String text, List<String> problems) {
    if (!text.equals("on") && !text.equals("off")) {
      problems.add("client-documents is on or off: " + text);
    }
    return text.equals("on");
  }
}
