package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code astral serve}: the server, with an option for each setting. */
final class ServeCommand implements Runnable {
  private final CommandSpec specification;

  private ServeCommand() {
    this.specification = CommandSpec.wrapWithoutInspection(this).name("serve");
  }

  /** The command as picocli knows it, made from the list of settings. */
  static CommandSpec specification() {
    var specification = new ServeCommand().specification;
    specification.mixinStandardHelpOptions(true).versionProvider(new Main.Version());
    specification
        .usageMessage()
        .description(
            "Runs the server. Each setting comes from the configuration file, an ASTRAL_ variable"
                + " or a flag; a later one wins over an earlier.");
    SettingOptions.addTo(specification);
    return specification;
  }

  @Override
  public void run() {
    ParseResult parsed = specification.commandLine().getParseResult();
    Settings settings = settings(parsed, System.getenv());
    var lifetime = Lifetime.begin();
    var server = Astral.start(settings, Surroundings.real());
    PrintWriter out = specification.commandLine().getOut();
    out.printf("Astral OAuth2 serves %s on port %d.%n", settings.issuer(), server.port());
    server
        .managementPort()
        .ifPresent(port -> out.printf("Its health and metrics are on port %d.%n", port));
    if (settings.outside().mail() instanceof MailSettings.Off) {
      out.println(
          "It sends no e-mail: without smtp-host nobody can verify an address or reset a password.");
    }
    out.flush();
    lifetime.untilStopped(server);
  }

  private static Settings settings(ParseResult parsed, Map<String, String> environment) {
    return switch (SettingOptions.read(parsed, environment).read()) {
      case Outcome.Valid(var settings) -> settings;
      case Outcome.Invalid(var problems) -> throw CannotStart.because(problems);
    };
  }
}
