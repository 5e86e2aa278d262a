package com.astraof.oauth2.server;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.server.testing.Answer.Tokens;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestGuild;
import com.astraof.oauth2.server.testing.TestUser;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.testing.Filler;
import com.astraof.oauth2.storage.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code astral import-sqlite}: an installation moves to PostgreSQL, with everything in it. */
final class ImportSqliteCommandTest {
  private static final PostgresServer SERVER = PostgresServer.running();
  private static final Map<String, String> EMBEDDED =
      Map.of("ASTRAL_DATABASE_URL", "sqlite:astral.db");
  private static final String ME = "/api/v1/users/@me";

  /** So much that a kill finds some of it on the way. */
  private static final String CHATTER =
      """
      insert into messages (channel_id, id, author_id, content, sent_at)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 80000)
      select 2, i, 1, 'Message ' || i, i from n
      """;

  private static final String ON_THE_WAY =
      "select count(*) from import_progress where name = 'messages'";

  private static final String TABLES =
      """
      select tablename from pg_tables
      where schemaname = 'public'
        and tablename not in ('flyway_schema_history', 'nodes', 'leases', 'limits_used')
      """;

  @TempDir private Path data;
  @TempDir private Path folder;

  private final DatabaseAddress.Postgres target = SERVER.make();
  private final Map<String, String> postgres =
      Map.of("ASTRAL_DATABASE_URL", SERVER.url(target.database(), "postgres", "believed"));

  private String file() {
    return data.resolve("astral.db").toString();
  }

  private ServerProcess.Run imports(String... options) {
    var all = new ArrayList<>(List.of("import-sqlite", file(), "--data=" + data));
    all.addAll(List.of(options));
    return ServerProcess.run(postgres, all.toArray(String[]::new));
  }

  private void isRefused(String why) {
    var run = imports();
    assertThat(run.exitCode()).as(run.out()).isEqualTo(Main.CANNOT_START);
    assertThat(run.err()).contains("astral: ").contains(why);
    assertThat(run.out()).isEmpty();
  }

  /** Who was there before, with what they hold. */
  private record Past(TestUser ada, TestApp app, Tokens tokens, Tokens revoked, String channel) {
    void goesOnAt(ServerProcess server) {
      var here = new TestApp(server, app.id(), app.secret(), app.redirectUri());
      var user = new TestUser(server, ada.name(), ada.email(), ada.id(), ada.session());
      here.get(ME, tokens.access()).hasStatus(200);
      var fresh = here.refresh(tokens.refresh()).granted();
      here.refresh(fresh.refresh()).granted();
      here.refresh(revoked.refresh()).refusedWith("invalid_grant");
      here.get(ME, revoked.access()).hasStatus(401);
      String messages = TestGuild.channel(channel, "/messages");
      assertThat(user.get(messages).hasStatus(200).body()).contains("Ünder the stars");
      TestGuild.says(user, channel, "And over them");
      here.exchange(user.approves(here, "identify")).granted();
      user.signsInElsewhere(TestUser.PASSWORD, "Firefox/1");
    }
  }

  private Past past() {
    try (var server = ServerProcess.serve(data, EMBEDDED)) {
      var ada = server.user("ada");
      var app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
      var tokens = app.exchange(ada.approves(app, "identify")).granted();
      var revoked = app.exchange(ada.approves(app, "identify")).granted();
      app.revoke(revoked.refresh()).hasStatus(200);
      app.startsOnDevice("identify").hasStatus(200);
      var guild = ada.founds("Observatory");
      guild.joinedBy(server.user("bob"), Permission.MANAGE_ROLES);
      TestGuild.says(ada, guild.general(), "Ünder the stars");
      isRefused("running on the data folder");
      String channel = guild.general();
      server.kill();
      return new Past(ada, app, tokens, revoked, channel);
    }
  }

  private void addChatter() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.execute(CHATTER);
    }
  }

  private void killOneOnTheWay() throws Exception {
    Process process = ServerProcess.begin(postgres, "import-sqlite", file(), "--data=" + data);
    try (var connection = SERVER.connect(target.database());
        var statement = connection.createStatement()) {
      boolean isOnTheWay = false;
      while (!isOnTheWay) {
        assertThat(process.isAlive()).as("it was too fast, or failed").isTrue();
        isOnTheWay = isOnTheWay(statement);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean isOnTheWay(Statement statement) {
    try (var row = statement.executeQuery(ON_THE_WAY)) {
      return row.next() && row.getLong(1) > 0;
    } catch (SQLException notYet) {
      return false;
    }
  }

  private List<String> emptyTables() throws SQLException {
    var empty = new ArrayList<String>();
    try (var connection = SERVER.connect(target.database());
        var tables = connection.createStatement();
        var statement = connection.createStatement();
        var table = tables.executeQuery(TABLES)) {
      while (table.next()) {
        try (var row = statement.executeQuery("select 1 from " + table.getString(1))) {
          if (!row.next()) {
            empty.add(table.getString(1));
          }
        }
      }
    }
    return empty;
  }

  @Test
  void killed_on_the_way_it_goes_on_and_everybody_finds_everything() throws Exception {
    var past = past();
    addChatter();
    new Filler(data.resolve("astral.db")).fillEmptyTables(3);

    killOneOnTheWay();
    var early =
        ServerProcess.run(
            postgres, "serve", "--issuer=https://astral.example", "--port=0", "--data=" + data);
    assertThat(early.exitCode()).isEqualTo(Main.CANNOT_START);
    assertThat(early.err()).contains("unfinished: run astral import-sqlite again");

    var run = imports();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("with the same checksums", "Set database-url");
    assertThat(run.err())
        .contains("Copying messages: 80,001 of 80,001 rows.", "Comparing messages")
        .doesNotContain("\r", "Copying applications: 0", " 0 of 0");
    assertThat(imports().out()).contains("already, and nothing else");
    assertThat(imports("--json").out())
        .startsWith("{\"outcome\":\"already_there\"")
        .contains("{\"table\":\"messages\",\"rows\":80001,\"checksum\":\"")
        .hasLineCount(1);
    assertThat(emptyTables()).as("which the test should fill").isEmpty();

    Files.copy(data.resolve("master.key"), folder.resolve("master.key"), COPY_ATTRIBUTES);
    try (var server = ServerProcess.serve(folder, postgres)) {
      past.goesOnAt(server);
      isRefused("Servers run on that database");
      server.stop();
    }
    isRefused("has rows already that this import did not bring");
  }

  @Test
  void what_is_not_fit_for_it_is_refused_with_words() throws Exception {
    past();
    var elsewhere = ServerProcess.run(EMBEDDED, "import-sqlite", file(), "--data=" + data);
    assertThat(elsewhere.err()).contains("Set database-url to the PostgreSQL database");
    var nothing = ServerProcess.run(postgres, "import-sqlite", file() + "x", "--data=" + data);
    assertThat(nothing.err()).contains("There is no database");
    var keyless = ServerProcess.run(postgres, "import-sqlite", file(), "--data=" + folder);
    assertThat(keyless.err()).contains("no master key");
    Files.writeString(folder.resolve("master.key"), "A".repeat(43));
    Files.setPosixFilePermissions(
        folder.resolve("master.key"), PosixFilePermissions.fromString("rw-------"));
    var stranger = ServerProcess.run(postgres, "import-sqlite", file(), "--data=" + folder);
    assertThat(stranger.err()).contains("not the one of " + file());
  }
}
