package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code astral account recover}: lets in again who has lost every second factor. */
@Command(
    name = "recover",
    description =
        "Turns two-factor authentication off for an account and ends all its sessions. First make"
            + " sure who asks for it. The server may be running.",
    mixinStandardHelpOptions = true)
final class AccountRecoverCommand implements Runnable {
  @Mixin private AccountChoice choice = new AccountChoice();

  @Option(
      names = "--new-password",
      description = "The password is lost as well: prints one to sign in with, to be changed then.")
  private boolean newPassword;

  @Override
  public void run() {
    choice.change(this::recover);
  }

  private String recover(Entry entry, Storage storage, boolean json) {
    User user = entry.user();
    AccountNewPasswordCommand.requirePassword(user);
    var recovery = AccountNewPasswordCommand.recovery(storage);
    var act = AccountDesk.act();
    recovery.recover(user.id(), act);
    String password = newPassword ? recovery.newPassword(user.id(), act).expose() : null;
    return json ? json(user, password) : words(user, password);
  }

  private static String json(User user, @Nullable String password) {
    return Json.text(Json.object().put("id", user.id().toString()).put("password", password));
  }

  private static String words(User user, @Nullable String password) {
    String done = user.tag() + " has no second factor any more, and all sessions have ended.";
    return password == null
        ? done
        : done + System.lineSeparator() + AccountNewPasswordCommand.handedOver(password);
  }
}
