package com.astraof.oauth2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.storage.testing.Pooler;
import com.astraof.oauth2.storage.testing.PostgresServer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who listens hears that something ended, where that can be heard. */
final class EndingListenerTest {
  private static final PostgresServer SERVER = PostgresServer.running();
  private static final String CUT =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
      """;
  private static final int PATIENCE = 30;

  private final DatabaseAddress.Postgres address = SERVER.make();
  private final BlockingQueue<Boolean> rings = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

  private void end(Database database) {
    database.end(connection -> true);
  }

  private void awaitRing() throws InterruptedException {
    assertThat(rings.poll(PATIENCE, TimeUnit.SECONDS)).as("heard in time").isTrue();
  }

  @Test
  void what_another_node_ends_is_heard_and_so_is_what_follows_a_broken_connection()
      throws InterruptedException {
    try (var here = new PostgresDatabase(address, Patience.NONE);
        var there = new PostgresDatabase(address, Patience.NONE);
        var listening = here.onEnding(() -> rings.add(true), words::add)) {
      awaitRing();
      end(there);
      awaitRing();

      SERVER.execute(address.database(), CUT);
      awaitRing();
      end(there);
      awaitRing();

      assertThat(listening).isNotNull();
      assertThat(words).isEmpty();
    }
  }

  @Test
  void an_operator_who_ends_access_is_heard_as_well() throws InterruptedException {
    try (var here = new PostgresDatabase(address, Patience.NONE);
        var there = Storage.existing(address);
        var listening = here.onEnding(() -> rings.add(true), words::add)) {
      awaitRing();
      there.accountRegister().signOut(Fixtures.ADA, true, Fixtures.ada(Fixtures.NOON));
      awaitRing();

      assertThat(listening).isNotNull();
    }
  }

  @Test
  void what_fails_rings_no_bell() throws InterruptedException {
    try (var here = new PostgresDatabase(address, Patience.NONE);
        var listening = here.onEnding(() -> rings.add(true), words::add)) {
      awaitRing();
      assertThat(fails(here)).isTrue();
      here.write(connection -> true);

      end(here);
      awaitRing();

      assertThat(listening).isNotNull();
      assertThat(rings).isEmpty();
    }
  }

  private static boolean fails(Database database) {
    try {
      database.end(connection -> Sql.update(connection, "insert into nowhere values (1)"));
      return false;
    } catch (StoreUnavailable expected) {
      return true;
    }
  }

  @Test
  void behind_a_pooler_nobody_listens_and_that_is_told_once() throws InterruptedException {
    try (var pooler = new Pooler(address);
        var here = new PostgresDatabase(pooler.address(), Patience.NONE);
        var listening = here.onEnding(() -> rings.add(true), words::add)) {
      assertThat(words.poll(PATIENCE, TimeUnit.SECONDS)).contains("pooler");
      end(here);

      assertThat(listening).isNotNull();
      assertThat(rings).isEmpty();
      assertThat(words).isEmpty();
    }
  }
}
