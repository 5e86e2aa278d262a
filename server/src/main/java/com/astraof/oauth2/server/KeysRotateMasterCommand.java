package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code astral keys rotate-master}: a new master key, with or without the old one beside it. */
@Command(
    name = "rotate-master",
    description =
        "Makes a new master key, while the server is stopped. What was made under the old one stays"
            + " valid.",
    mixinStandardHelpOptions = true)
final class KeysRotateMasterCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Option(
      names = "--forget",
      description =
          "The old key is lost or stolen: nothing made under it is accepted any more. Users have to"
              + " sign in to their apps again.")
  private boolean forget;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  KeysRotateMasterCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    var data = installation.data();
    var keys = installation.keys();
    var files = new MasterKeyFiles(data.folder(), keys);
    try (var storage = Storage.existing(data.database());
        var _ = DataFolder.open(data.folder())) {
      var change =
          new MasterKeyChange(files, storage.signingKeys(), storage.factors(), new SystemEntropy());
      if (!forget && keys.master().isPresent()) {
        throw new CannotStart(
            "The master key comes from the settings: put a new one there, the old one into"
                + " ASTRAL_MASTER_KEY_PREVIOUS, and start the server again.");
      }
      if (forget && keys.master().isPresent()) {
        change.forgetSigningKeys();
      } else if (forget) {
        change.startAfresh();
      } else {
        change.rotate();
      }
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    } catch (WrongMasterKey e) {
      throw CannotStart.wrongMasterKey(e);
    }
    tell(files);
  }

  private void tell(MasterKeyFiles files) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      out.println(Json.text(inJson(files)));
    } else if (forget) {
      out.println("Nothing that was made before is accepted any more. Start the server again.");
    } else {
      out.printf("%s holds the new master key: back it up.%n", files.current());
      out.printf(
          "%s keeps the old one: remove it after 180 days, when nothing made under it is left.%n",
          files.previous());
      out.println("Start the server again.");
    }
    out.flush();
  }

  /** Which files hold the keys now; where the settings do, or there is none before, no file. */
  private ObjectNode inJson(MasterKeyFiles files) {
    boolean isInFile = installation.keys().master().isEmpty();
    return Json.object()
        .put("forgotten", forget)
        .put("current", isInFile ? files.current().toString() : null)
        .put("previous", forget ? null : files.previous().toString());
  }
}
