package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.AuditLog.Entry;
import com.astraof.oauth2.core.audit.AuditLog.Wanted;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.storage.Storage;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral audit list}: what happened lately. */
@Command(
    name = "list",
    description = "Lists what happened, the newest first. The server may be running.",
    mixinStandardHelpOptions = true)
final class AuditListCommand implements Runnable {
  private static final int MOST = 10_000;

  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--user",
      paramLabel = UserNames.LABEL,
      description = "Only what concerns this user.")
  private @Nullable String user;

  @Option(names = "--application", paramLabel = "ID", description = "Only what concerns this app.")
  private @Nullable String application;

  @Option(
      names = "--event",
      paramLabel = "NAME",
      description = "Only what is called so, such as signed_in.")
  private @Nullable String event;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description =
          "2026-11-01 or 2026-11-01T08:00:00Z (in UTC), or how long ago: 30m, 24h, 7d."
              + " Default: ever")
  private @Nullable String since;

  @Option(
      names = "--most",
      paramLabel = "NUMBER",
      defaultValue = "50",
      description = "How many lines. Default: 50")
  private int most;

  @Option(names = "--json", description = "One JSON object on each line.")
  private boolean json;

  @Spec private CommandSpec specification;

  AuditListCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    if (most < 1 || most > MOST) {
      throw new CannotStart("--most is a number from 1 to " + MOST + ".");
    }
    PrintWriter out = specification.commandLine().getOut();
    new AccountDesk(installation)
        .read(
            storage -> {
              List<Entry> found = storage.audit().newest(wanted(storage), most);
              out.print(json ? "" : AuditReport.head());
              found.stream().map(json ? AuditReport::line : AuditReport::row).forEach(out::print);
            });
    out.flush();
  }

  private Wanted wanted(Storage storage) {
    return new Wanted(
        user(storage),
        // A deleted one has its lines as well, so it is not looked up.
        application == null ? null : ApplicationDesk.id(application),
        event == null ? null : event(event),
        Since.read(since, Surroundings.real().clock().instant()));
  }

  private @Nullable UserId user(Storage storage) {
    String name = user;
    if (name == null) {
      return null;
    }
    // Whoever has been erased is found by the id alone.
    return UserNames.find(name, storage.users())
        .map(User::id)
        .or(() -> UserId.parse(name))
        .orElseThrow(() -> UserNames.unknown(name));
  }

  private static Event event(String text) {
    Optional<Event> named =
        Arrays.stream(Event.values()).filter(one -> AuditReport.name(one).equals(text)).findFirst();
    return named.orElseThrow(
        () ->
            new CannotStart(
                "No event is called " + text + ": astral audit list shows what they are called."));
  }
}
