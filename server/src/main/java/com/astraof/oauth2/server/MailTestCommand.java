package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.EmailRule;
import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.server.mail.Carrier;
import com.astraof.oauth2.server.mail.Carrier.Delivery;
import com.astraof.oauth2.server.mail.Letter;
import com.astraof.oauth2.server.view.LetterPage;
import com.astraof.oauth2.server.view.Letters;
import com.astraof.oauth2.server.view.Views;
import com.astraof.oauth2.server.view.Words;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral mail test}: one mail, right now, by the server's settings. */
@Command(
    name = "test",
    description =
        "Sends one mail by the settings in the file and the environment, and says what became of"
            + " it. The server may be running.",
    mixinStandardHelpOptions = true)
final class MailTestCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "TO", description = "The address to write to.")
  private String recipient = "";

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  MailTestCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    EmailRule.problemWith(recipient)
        .ifPresent(
            problem -> {
              throw new CannotStart(problem);
            });
    String issuer = installation.issuer();
    MailSettings mail = installation.mail();
    if (mail instanceof MailSettings.Off) {
      throw new CannotStart(
          "No smtp-host is set: name the SMTP server in ASTRAL_SMTP_HOST or the file.");
    }
    var world = Surroundings.real();
    Carrier carrier = Post.carrier(mail, issuer, world);
    switch (carrier.carry(letter(issuer, world.clock().instant()))) {
      case Delivery.Taken() -> tell();
      case Delivery.Refused(var reason) -> throw new CannotStart(reason + ".");
      case Delivery.NotNow(var reason) -> throw new CannotStart(reason + ", which may pass.");
      case Delivery.Away(var reason) -> throw new CannotStart(reason + ".");
    }
  }

  private Letter letter(String issuer, Instant now) {
    var words = Words.in(Locale.ENGLISH);
    LetterPage page = new Letters(words, URI.create(issuer).getAuthority()).trial();
    String html = new Views().letter(page);
    return new Letter("trial " + now.toEpochMilli() + " " + issuer, recipient, now, page, html);
  }

  private void tell() {
    PrintWriter out = specification.commandLine().getOut();
    out.println(
        json
            ? Json.text(Json.object().put("to", recipient).put("taken", true))
            : "The SMTP server took the mail. Look whether it arrives.");
    out.flush();
  }
}
