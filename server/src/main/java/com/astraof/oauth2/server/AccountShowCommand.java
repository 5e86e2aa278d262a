package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** {@code astral account show}: one of them in full. */
@Command(
    name = "show",
    description = "Shows one account. The server may be running.",
    mixinStandardHelpOptions = true)
final class AccountShowCommand implements Runnable {
  @Mixin private AccountChoice choice = new AccountChoice();

  @Override
  public void run() {
    choice.read(
        (entry, storage) -> {
          var json = json(entry, storage);
          choice
              .out()
              .print(choice.isJson() ? Json.text(json) + System.lineSeparator() : Sheet.of(json));
        });
  }

  private static ObjectNode json(Entry entry, Storage storage) {
    User user = entry.user();
    var email = user.email();
    return AccountReport.json(entry)
        .put("display_name", user.profile().globalName())
        .put("email", email == null ? null : email.address())
        .put("email_verified", email != null && email.verified())
        .put("password_changed_at", AccountReport.text(user.history().passwordChangedAt()))
        .put("sessions", storage.sessions().of(user.id()).size())
        .put("apps_with_access", storage.consents().of(user.id()).size())
        .put("applications", storage.applications().ownedBy(user.id()).size());
  }
}
