package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.DisplayName;
import com.astraof.oauth2.server.doctor.Finding;
import com.astraof.oauth2.server.doctor.Finding.Level;
import com.astraof.oauth2.server.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code astral doctor}: what is wrong with an installation, and what to do. */
final class DoctorCommand implements Callable<Integer> {
  private static final String JSON = "--json";
  private static final String ROW = "%-8s %-16s %s%n";

  private final CommandSpec specification;

  private DoctorCommand() {
    this.specification = CommandSpec.wrapWithoutInspection(this).name("doctor");
  }

  /** The command as picocli knows it: with the settings of {@code serve}. */
  static CommandSpec specification() {
    var specification = new DoctorCommand().specification;
    specification.mixinStandardHelpOptions(true).versionProvider(new Main.Version());
    specification
        .usageMessage()
        .description(
            "Looks over settings, data folder, database, clock and keys, and says what to do. The"
                + " server may be running; nothing is changed. Give it the flags that serve has.");
    specification.addOption(
        OptionSpec.builder(JSON)
            .type(boolean.class)
            .description("One JSON object on each line.")
            .build());
    SettingOptions.addTo(specification);
    return specification;
  }

  /** 1 when there is a problem. */
  @Override
  public Integer call() {
    var parsed = specification.commandLine().getParseResult();
    List<Finding> findings =
        new Doctor(Surroundings.real())
            .look(() -> SettingOptions.read(parsed, System.getenv()).read());
    PrintWriter out = specification.commandLine().getOut();
    boolean json = parsed.hasMatchedOption(JSON);
    for (Finding finding : findings) {
      out.print(json ? line(finding) : rows(finding));
    }
    out.flush();
    boolean isWell = findings.stream().noneMatch(one -> one.level() == Level.PROBLEM);
    return isWell ? 0 : Main.CANNOT_START;
  }

  private static String rows(Finding finding) {
    String row = ROW.formatted(level(finding), finding.check(), DisplayName.clean(finding.says()));
    return finding.todo().isEmpty() ? row : row + ROW.formatted("", "", finding.todo());
  }

  private static String line(Finding finding) {
    var json =
        Json.object()
            .put("check", finding.check())
            .put("level", level(finding))
            .put("says", finding.says())
            .put("todo", finding.todo().isEmpty() ? null : finding.todo());
    return Json.text(json) + System.lineSeparator();
  }

  private static String level(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }
}
