package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.Setting;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.config.SettingsReader;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code astral serve}: the server, with an option for each {@link Setting}. */
final class ServeCommand implements Runnable {
  private static final String CONFIG = "--config";

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
                + " or a flag; a later one wins over an earlier.")
        .sortOptions(false)
        .width(100);
    specification.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .type(Path.class)
            .description(
                "A file of lines such as port = 8080 (" + ConfigurationFile.VARIABLE + ").",
                "Default: astral.properties, where there is one")
            .build());
    for (Setting setting : Setting.values()) {
      specification.addOption(option(setting));
    }
    return specification;
  }

  private static OptionSpec option(Setting setting) {
    String otherwise = setting.otherwise().map(value -> "Default: " + value).orElse("No default");
    return OptionSpec.builder(setting.flag())
        .paramLabel(setting.name())
        .type(String.class)
        .description(setting.description() + " (" + setting.variable() + ")", otherwise)
        .build();
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
    var flags = new EnumMap<Setting, String>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (parsed.hasMatchedOption(setting.flag())) {
        flags.put(setting, parsed.matchedOptionValue(setting.flag(), ""));
      }
    }
    var reader =
        new SettingsReader()
            .file(
                ConfigurationFile.read(parsed.matchedOptionValue(CONFIG, (Path) null), environment))
            .environment(environment)
            .flags(flags);
    return switch (reader.read()) {
      case Outcome.Valid(var settings) -> settings;
      case Outcome.Invalid(var problems) -> throw CannotStart.because(problems);
    };
  }
}
