package com.astraof.oauth2.server;

import com.astraof.oauth2.server.config.Setting;
import com.astraof.oauth2.server.config.SettingsReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** An option for each {@link Setting}, and one for the file that they may stand in. */
final class SettingOptions {
  private static final String CONFIG = "--config";

  private SettingOptions() {}

  static void addTo(CommandSpec specification) {
    specification.usageMessage().sortOptions(false).width(100);
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
  }

  private static OptionSpec option(Setting setting) {
    String otherwise = setting.otherwise().map(value -> "Default: " + value).orElse("No default");
    return OptionSpec.builder(setting.flag())
        .paramLabel(setting.name())
        .type(String.class)
        .description(setting.description() + " (" + setting.variable() + ")", otherwise)
        .build();
  }

  /** File, environment and flags; a later one wins over an earlier. */
  static SettingsReader read(ParseResult parsed, Map<String, String> environment) {
    var flags = new EnumMap<Setting, String>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (parsed.hasMatchedOption(setting.flag())) {
        flags.put(setting, parsed.matchedOptionValue(setting.flag(), ""));
      }
    }
    Path file = parsed.matchedOptionValue(CONFIG, (Path) null);
    return new SettingsReader()
        .file(ConfigurationFile.read(file, environment))
        .environment(environment)
        .flags(flags);
  }
}
