package com.astraof.oauth2.server;

import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import java.io.PrintWriter;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands about one account have in common. */
final class AccountChoice {
  @Mixin private Installation installation = new Installation();

  @Parameters(
      paramLabel = UserNames.LABEL,
      description = "The account, by its username and number, its id or its e-mail address.")
  private String name = "";

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec specification = CommandSpec.create();

  boolean isJson() {
    return json;
  }

  PrintWriter out() {
    return specification.commandLine().getOut();
  }

  void read(BiConsumer<Entry, Storage> work) {
    new AccountDesk(installation)
        .read(storage -> work.accept(AccountDesk.find(name, storage), storage));
    out().flush();
  }

  /**
   * Decides, and says what became of it.
   *
   * @param decision false when it was so before
   * @param done what is said then, with the account's name
   */
  void decide(BiPredicate<Entry, Storage> decision, String done) {
    change(
        (entry, storage, asJson) -> {
          boolean changed = decision.test(entry, storage);
          return asJson ? json(entry, changed) : words(entry, changed, done);
        });
  }

  /** Changes something, and says what. */
  void change(Change change) {
    String said =
        new AccountDesk(installation)
            .decide(storage -> change.make(AccountDesk.find(name, storage), storage, json));
    out().println(said);
    out().flush();
  }

  private static String json(Entry entry, boolean changed) {
    var said = Json.object().put("id", entry.user().id().toString()).put("changed", changed);
    return Json.text(said);
  }

  private static String words(Entry entry, boolean changed, String done) {
    String tag = entry.user().tag().toString();
    return changed ? done.formatted(tag) : tag + ": it was so before.";
  }

  /** Of one account; what is said then. */
  @FunctionalInterface
  interface Change {
    String make(Entry entry, Storage storage, boolean asJson);
  }
}
