package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.mail.Carrier;
import com.astraof.oauth2.server.mail.Mailbox;
import com.astraof.oauth2.server.mail.NoCarrier;
import com.astraof.oauth2.server.mail.Postman;
import com.astraof.oauth2.server.mail.SmtpCarrier;
import com.astraof.oauth2.server.mail.Writer;
import com.astraof.oauth2.server.view.Views;
import java.net.URI;

/** What sends e-mail. */
record Post(Carrier carrier, Postman postman) {
  static Post of(Core core, Settings settings, Surroundings world) {
    Carrier carrier = carrier(settings.outside().mail(), settings.issuer(), world);
    var writer =
        new Writer(core.issuer, core.users, core.applications, core.mailLinks, new Views());
    return new Post(carrier, new Postman(core.mails, writer, carrier, world.clock()));
  }

  static Carrier carrier(MailSettings mail, String issuer, Surroundings world) {
    return switch (mail) {
      case MailSettings.Off() -> new NoCarrier();
      case MailSettings.Shown() -> new Mailbox();
      case MailSettings.Smtp smtp ->
          new SmtpCarrier(smtp, URI.create(issuer).getHost(), world.internet().authorities());
    };
  }
}
