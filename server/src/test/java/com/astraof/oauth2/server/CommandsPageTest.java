package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.server.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the tables of docs/operate/commands.md against the commands that there are. */
final class CommandsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operate", "commands.md");
  private static final String BEGIN = "| command | does |\n|---|---|\n";

  /** Told once for all commands that have them. */
  private static final Set<String> USUAL = Set.of("--help", "--version", "--data", "--config");

  @Test
  void the_documentation_names_every_command_with_its_options() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf("\n\n", begin) + 1;
    String expected = page.substring(0, begin) + rows() + page.substring(end);

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String rows() {
    var leaves = new ArrayList<CommandLine>();
    collect(Main.commands(), leaves);
    return leaves.stream()
        .sorted(Comparator.comparing(command -> command.getCommandSpec().qualifiedName()))
        .map(CommandsPageTest::row)
        .collect(Collectors.joining());
  }

  private static void collect(CommandLine command, List<CommandLine> leaves) {
    if (command.getCommandSpec().usageMessage().hidden()
        || command.getCommand() instanceof HelpCommand) {
      return;
    }
    var under = command.getSubcommands();
    if (under.isEmpty() || canBeRunItself(command)) {
      leaves.add(command);
    }
    under.values().stream().distinct().forEach(one -> collect(one, leaves));
  }

  /** Not a group, whose synopsis demands a command; where one may follow, brackets say so. */
  private static boolean canBeRunItself(CommandLine command) {
    var usage = command.getCommandSpec().usageMessage();
    return usage.synopsisSubcommandLabel().startsWith("[");
  }

  private static String row(CommandLine command) {
    var specification = command.getCommandSpec();
    String parameters =
        specification.positionalParameters().stream()
            .map(one -> " " + one.paramLabel())
            .collect(Collectors.joining());
    String does = String.join(" ", specification.usageMessage().description());
    return "| `%s` | %s%s |%n"
        .formatted(cell(specification.qualifiedName() + parameters), cell(does), options(command));
  }

  private static String options(CommandLine command) {
    Set<String> settings =
        Arrays.stream(Setting.values()).map(Setting::flag).collect(Collectors.toSet());
    List<OptionSpec> options = command.getCommandSpec().options();
    boolean isSet = options.stream().anyMatch(one -> one.longestName().equals("--issuer"));
    return (isSet ? " Its options are the settings: `astral serve --help`." : "")
        + options.stream()
            .filter(option -> !USUAL.contains(option.longestName()))
            .filter(option -> !isSet || !settings.contains(option.longestName()))
            .map(CommandsPageTest::option)
            .collect(Collectors.joining());
  }

  private static String option(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return "<br>`" + cell(option.longestName() + value) + "`: " + cell(description(option));
  }

  private static String description(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
