package com.astraof.oauth2.server.view;

import static com.astraof.oauth2.server.view.Variants.ADA;
import static com.astraof.oauth2.server.view.Variants.HOSTILE;
import static com.astraof.oauth2.server.view.Variants.PICTURE;
import static com.astraof.oauth2.server.view.Variants.frame;

import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages on which a device is let in, with everything that may be on them. */
final class DeviceVariants {
  private static final String CODE = "BCDF-GHJK";
  private static final Decision DECISION = new Decision("ticket", "/activate?user_code=" + CODE);

  private DeviceVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    String wrong = frame().words().say("activate.unknown");
    pages.put("device-code", views.activate(new ActivatePage(frame(), "", null)));
    pages.put("device-code-prefilled", views.activate(new ActivatePage(frame(), CODE, null)));
    pages.put("device-code-refused", views.activate(new ActivatePage(frame(), CODE, wrong)));
    pages.put("device-code-hostile", views.activate(new ActivatePage(frame(), HOSTILE, HOSTILE)));
    consent(views, pages);
    pages.put("device-done", views.deviceDone(new DeviceDonePage(frame(), "Midnight Radio")));
    pages.put("device-done-hostile", views.deviceDone(new DeviceDonePage(frame(), HOSTILE)));
    return pages;
  }

  private static void consent(Views views, Map<String, String> pages) {
    var radio = new Asker("Midnight Radio", "March 3, 2026");
    var two = Scopes.of(Scope.IDENTIFY, Scope.MESSAGES_READ);
    pages.put("device-consent", views.deviceConsent(consent(radio, two, Scopes.NONE)));
    pages.put(
        "device-consent-more",
        views.deviceConsent(
            consent(
                new Asker(
                    "Midnight Radio",
                    "March 3, 2026",
                    PICTURE,
                    "Plays what your friends hear at night.",
                    SettingsVariants.LINKS),
                Scopes.of(Scope.GUILDS),
                two)));
    pages.put(
        "device-consent-hostile",
        views.deviceConsent(consent(new Asker(HOSTILE, "March 3, 2026"), two, Scopes.NONE)));
  }

  private static DeviceConsentPage consent(Asker asker, Scopes fresh, Scopes known) {
    return new DeviceConsentPage(frame(), asker, ADA, CODE, fresh, known, DECISION);
  }
}
