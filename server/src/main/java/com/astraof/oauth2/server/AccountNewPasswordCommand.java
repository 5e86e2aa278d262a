package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.factor.AccountRecovery;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code astral account new-password}: for somebody who has no mailbox to reset it by. */
@Command(
    name = "new-password",
    description =
        "Replaces the password by one that is printed, to be changed then, and ends all sessions."
            + " Second factors stay. First make sure who asks for it.",
    mixinStandardHelpOptions = true)
final class AccountNewPasswordCommand implements Runnable {
  @Mixin private AccountChoice choice = new AccountChoice();

  @Override
  public void run() {
    choice.change(AccountNewPasswordCommand::replaced);
  }

  private static String replaced(Entry entry, Storage storage, boolean json) {
    User user = entry.user();
    requirePassword(user);
    String password = recovery(storage).newPassword(user.id(), AccountDesk.act()).expose();
    return json
        ? Json.text(Json.object().put("id", user.id().toString()).put("password", password))
        : handedOver(password);
  }

  static void requirePassword(User user) {
    if (user.isUnclaimed()) {
      throw new CannotStart(user.tag() + " has no e-mail address and password to sign in with.");
    }
  }

  static String handedOver(String password) {
    return "Password: %s%nHand it over safely. It is to be changed under Settings, Account."
        .formatted(password);
  }

  static AccountRecovery recovery(Storage storage) {
    var world = Surroundings.real();
    var passwords = new PasswordHasher(world.passwordCost(), 1, world.entropy());
    return new AccountRecovery(storage.users(), storage.factors(), passwords, world.entropy());
  }
}
