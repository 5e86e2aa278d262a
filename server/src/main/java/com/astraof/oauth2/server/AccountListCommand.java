package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.oversight.AccountRegister;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code astral account list}: all people, or those with a certain name. */
@Command(
    name = "list",
    description = "Lists the accounts of people, the oldest first. The server may be running.",
    mixinStandardHelpOptions = true)
final class AccountListCommand implements Runnable {
  private static final int PORTION = 500;

  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Only those whose username, display name or e-mail address contains this.")
  private String name = "";

  @Option(names = "--json", description = "One JSON object on each line.")
  private boolean json;

  @Spec private CommandSpec specification;

  AccountListCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    PrintWriter out = specification.commandLine().getOut();
    out.print(json ? "" : AccountReport.head());
    new AccountDesk(installation).read(storage -> print(storage.accountRegister(), out));
    out.flush();
  }

  private void print(AccountRegister register, PrintWriter out) {
    List<Entry> portion = register.after(new UserId(0), PORTION);
    while (!portion.isEmpty()) {
      portion.stream()
          .filter(entry -> isWanted(entry.user()))
          .map(json ? AccountReport::line : AccountReport::row)
          .forEach(out::print);
      portion = register.after(portion.getLast().user().id(), PORTION);
    }
  }

  private boolean isWanted(User user) {
    var email = user.email();
    return holds(user.tag().toString())
        || holds(user.displayName())
        || (email != null && holds(email.address()));
  }

  private boolean holds(String text) {
    return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }
}
