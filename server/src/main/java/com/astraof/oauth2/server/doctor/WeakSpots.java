package com.astraof.oauth2.server.doctor;

import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.http.HttpServer.Listener;
import com.astraof.oauth2.server.http.TrustedProxies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings that are valid, but seldom meant. */
public final class WeakSpots {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  private WeakSpots() {}

  public static List<Finding> look(Settings settings) {
    var findings = new ArrayList<Finding>();
    findings.add(mail(settings.outside().mail()));
    if (!settings.rates().enforced()) {
      findings.add(
          Finding.warning(
              "rate limits", "they are off", "Remove rate-limits = off: it is for tests alone."));
    }
    Listener listener = settings.listener();
    if (settings.isHttps() && listener.tls() == null && isBlind(listener)) {
      findings.add(
          Finding.warning(
              "proxies",
              "TLS is left to a proxy, but none is named",
              "Name it in trusted-proxies, or all visitors count as one for the rate limits."));
    }
    Listener door = settings.management().listener();
    if (door != null && !THIS_MACHINE.contains(door.host())) {
      findings.add(
          Finding.warning(
              "management port",
              "it listens on " + door.host() + " and asks for no password",
              "Let a firewall keep others away, or set management-host to 127.0.0.1."));
    }
    return findings;
  }

  private static boolean isBlind(Listener listener) {
    return listener.proxies().equals(TrustedProxies.NONE);
  }

  private static Finding mail(MailSettings mail) {
    return switch (mail) {
      case MailSettings.Off() ->
          Finding.warning(
              "e-mail",
              "none is sent: nobody can verify an address or reset a password",
              "Set smtp-host and mail-from; docs/operate/mail.md.");
      case MailSettings.Shown() -> Finding.ok("e-mail", "it is shown on a page");
      case MailSettings.Smtp smtp when smtp.tls() == MailSettings.Tls.NONE ->
          Finding.ok("e-mail", "through " + smtp.host() + ", not encrypted on this machine");
      case MailSettings.Smtp smtp ->
          Finding.ok("e-mail", "through " + smtp.host() + "; try it with astral mail test");
    };
  }
}
