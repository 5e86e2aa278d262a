package com.astraof.oauth2.server;

import java.io.PrintWriter;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code astral} command. */
@Command(
    name = "astral",
    description = "The OAuth 2.0 authorization server of Astral.",
    subcommands = {
      DemoCommand.class,
      AccountCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      GrantsCommand.class,
      ImportSqliteCommand.class,
      KeysCommand.class,
      ApplicationCommand.class,
      MailCommand.class,
      MigrateCommand.class,
      RegistrationCommand.class,
      HealthcheckCommand.class,
      RehearseCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
  /** The exit code for what the operator has to mend: bad settings, a taken port, no such user. */
  static final int CANNOT_START = 1;

  private static final String LOG_LEVEL = "ASTRAL_LOG_LEVEL";

  @Spec private CommandSpec specification;

  private Main() {
    this.specification = CommandSpec.create();
  }

  /** All commands. */
  static CommandLine commands() {
    var commands = new CommandLine(new Main());
    commands.addSubcommand(ServeCommand.specification());
    commands.addSubcommand(DoctorCommand.specification());
    return commands;
  }

  public static void main(String[] arguments) {
    if (List.of(arguments).contains("demo")) {
      // People watch the demo's terminal, so requests are not logged there; the variable still
      // wins.
      System.setProperty(LOG_LEVEL, System.getenv().getOrDefault(LOG_LEVEL, "WARN"));
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var commands = commands();
    commands.setExecutionExceptionHandler(Main::cannotStart);
    System.exit(commands.execute(arguments));
  }

  /** Without a command: what there is. */
  @Override
  public void run() {
    specification.commandLine().usage(specification.commandLine().getOut());
  }

  private static int cannotStart(
      Exception exception, CommandLine command, CommandLine.ParseResult result) throws Exception {
    if (exception instanceof CannotStart reason) {
      PrintWriter err = command.getErr();
      err.println("astral: " + reason.reason());
      err.flush();
      return CANNOT_START;
    }
    throw exception;
  }

  /** The version of this build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"astral " + text()};
    }

    static String text() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "(unpackaged)" : version;
    }
  }
}
