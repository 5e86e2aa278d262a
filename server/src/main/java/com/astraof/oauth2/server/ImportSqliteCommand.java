package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.server.json.Json;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.SqliteImport;
import com.astraof.oauth2.storage.SqliteImport.Outcome;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import com.astraof.oauth2.storage.TableSum;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code astral import-sqlite}: an embedded database moves to PostgreSQL. */
@Command(
    name = "import-sqlite",
    description =
        "Moves an embedded database into the PostgreSQL database that database-url names, while no"
            + " server runs on either. If it is cut off, run it again: it goes on from there.",
    mixinStandardHelpOptions = true)
final class ImportSqliteCommand implements Runnable {
  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "FILE", description = "The embedded database, such as data/astral.db.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec specification;

  ImportSqliteCommand() {
    this.specification = CommandSpec.create();
  }

  @Override
  public void run() {
    if (!Files.isRegularFile(file)) {
      throw new CannotStart("There is no database " + file + ".");
    }
    var data = installation.data();
    if (!(data.database() instanceof DatabaseAddress.Postgres server)) {
      throw new CannotStart(
          "Set database-url to the PostgreSQL database that the import is to go into,"
              + " postgresql://user@host:port/name, in the configuration file or as"
              + " ASTRAL_DATABASE_URL.");
    }
    MasterKeys masters = new MasterKeyFiles(data.folder(), installation.keys()).existing();
    try (var _ = DataFolder.open(file.toAbsolutePath().resolveSibling(""))) {
      run(server, masters);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    } catch (WrongMasterKey e) {
      throw new CannotStart(
          "The master key here is not the one of "
              + file
              + ": bring that one, or name its folder"
              + " with --data.",
          e);
    }
  }

  private void run(DatabaseAddress.Postgres server, MasterKeys masters) {
    var now = Surroundings.real().clock().instant();
    var watch = MoveProgress.on(specification.commandLine().getErr());
    var moving = new SqliteImport(file, server, now, watch);
    moving.prepare();
    check(new DatabaseAddress.Sqlite(file), masters);
    Outcome outcome = moving.run();
    check(server, masters);
    tell(outcome, server);
  }

  private static void check(DatabaseAddress database, MasterKeys masters) {
    try (var storage = Storage.reading(database)) {
      new KeyVault(storage.signingKeys(), masters, new SystemEntropy(), null).check();
    }
  }

  private void tell(Outcome outcome, DatabaseAddress.Postgres server) {
    PrintWriter out = specification.commandLine().getOut();
    if (json) {
      out.println(Json.text(inJson(outcome)));
    } else {
      tell(out, outcome, server);
    }
    out.flush();
  }

  private static ObjectNode inJson(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Imported(var tables) -> inJson("imported", tables);
      case Outcome.AlreadyThere(var tables) -> inJson("already_there", tables);
    };
  }

  private static ObjectNode inJson(String outcome, List<TableSum> tables) {
    var sums = Json.array();
    for (TableSum table : tables) {
      sums.addObject()
          .put("table", table.table())
          .put("rows", table.rows())
          .put("checksum", table.checksum());
    }
    var said = Json.object().put("outcome", outcome);
    said.set("tables", sums);
    return said;
  }

  private void tell(PrintWriter out, Outcome outcome, DatabaseAddress.Postgres server) {
    switch (outcome) {
      case Outcome.Imported(var tables) ->
          out.printf("%s are in %s now, with the same checksums.%n", inWords(tables), server);
      case Outcome.AlreadyThere(var tables) ->
          out.printf("%s were in %s already, and nothing else.%n", inWords(tables), server);
    }
    out.printf(
        "Set database-url for the server as it was for this command, and start it. %s is not read"
            + " any more: keep it until you are content, then delete it.%n",
        file);
  }

  private static String inWords(List<TableSum> tables) {
    long rows = tables.stream().mapToLong(TableSum::rows).sum();
    return "%,d rows of %d tables".formatted(rows, tables.size());
  }
}
