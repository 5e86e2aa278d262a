package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.factor.AccountRecovery;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code astral account recover}: lets in again who has lost every second factor. */
@Command(
    name = "recover",
    description =
        "Turns two-factor authentication off for an account and ends all its sessions. First make"
            + " sure who asks for it. The server may be running.",
    mixinStandardHelpOptions = true)
final class AccountRecoverCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "NAME#0000", description = "The account, by its username and number.")
  private String name = "";

  @Option(
      names = "--new-password",
      description = "The password is lost as well: prints one to sign in with, to be changed then.")
  private boolean newPassword;

  @Spec private CommandSpec specification;

  AccountRecoverCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    try (var storage = Storage.existing(installation.data().database())) {
      User user =
          Tag.parse(name)
              .flatMap(tag -> storage.users().find(tag))
              .filter(found -> !found.isBot() && !found.isUnclaimed())
              .orElseThrow(
                  () -> new CannotStart("Nobody who signs in is called " + name + " here."));
      recover(user, storage);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  private void recover(User user, Storage storage) {
    var world = Surroundings.real();
    var passwords = new PasswordHasher(world.passwordCost(), 1, world.entropy());
    var recovery =
        new AccountRecovery(storage.users(), storage.factors(), passwords, world.entropy());
    var act = new Act(new Who.Operator(), Place.TERMINAL, world.clock().instant());
    PrintWriter out = specification.commandLine().getOut();
    recovery.recover(user.id(), act);
    out.printf("%s has no second factor any more, and all sessions have ended.%n", user.tag());
    if (newPassword) {
      out.printf("Password: %s%n", recovery.newPassword(user.id(), act).expose());
      out.println("Hand it over safely. It is to be changed under Settings, Account.");
    }
    out.flush();
  }
}
