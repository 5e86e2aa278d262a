package com.astraof.oauth2.server;

import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.server.config.MailSettings;
import com.astraof.oauth2.server.config.ManagementSettings;
import com.astraof.oauth2.server.config.Setting;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.config.SettingsReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command finds the installation that it works on. */
final class Installation {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The server's data folder (ASTRAL_DATA). Default: data")
  private @Nullable String data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The server's configuration file (ASTRAL_CONFIG).")
  private @Nullable Path config;

  Settings.Data data() {
    return read(SettingsReader::data);
  }

  Settings.Keys keys() {
    return read(SettingsReader::keys);
  }

  MailSettings mail() {
    return read(SettingsReader::mail);
  }

  ManagementSettings management() {
    return read(SettingsReader::management);
  }

  Lifetimes lifetimes() {
    return read(SettingsReader::tokens).lifetimes();
  }

  String issuer() {
    return read(SettingsReader::issuer);
  }

  private <T> T read(Function<SettingsReader, T> part) {
    var flags = new EnumMap<Setting, String>(Setting.class);
    if (data != null) {
      flags.put(Setting.DATA, data);
    }
    var environment = System.getenv();
    var reader =
        new SettingsReader()
            .file(ConfigurationFile.read(config, environment))
            .environment(environment)
            .flags(flags);
    T read = part.apply(reader);
    if (!reader.problems().isEmpty()) {
      throw CannotStart.because(reader.problems());
    }
    return read;
  }
}
