package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.ServerProcess;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestUser;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a storm: what was answered is on disk. */
final class KilledServerTest {
  private static final int CLIENTS = 16;
  private static final int ANSWERS_BEFORE_THE_KILL = 1_500;

  @TempDir private Path data;

  private final Queue<String> exchangedCodes = new ConcurrentLinkedQueue<>();
  private final Queue<String> liveTokens = new ConcurrentLinkedQueue<>();
  private final Queue<String> revokedTokens = new ConcurrentLinkedQueue<>();
  private final CountDownLatch answers = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);

  @Test
  @Attack("S-11")
  void no_acknowledged_answer_is_lost_and_none_becomes_valid_twice() throws Exception {
    TestApp app;
    try (var server = ServerProcess.serve(data);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var ada = server.user("ada");
      var storm = ada.registersApp("Storm", "confidential", TestApp.REDIRECT_URI);
      app = storm;
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(() -> liveUntilTheServerDies(ada, storm)));
      }
      answers.await();
      server.kill();
      for (Future<?> client : running) {
        client.get();
      }
    }

    try (var server = ServerProcess.serve(data)) {
      var again = new TestApp(server, app.id(), app.secret(), app.redirectUri());
      assertThat(liveTokens).hasSizeGreaterThan(CLIENTS / 2);
      assertThat(revokedTokens).isNotEmpty();

      liveTokens.forEach(token -> again.refresh(token).granted());
      revokedTokens.forEach(token -> again.refresh(token).refusedWith("invalid_grant"));
      for (String code : List.copyOf(exchangedCodes).subList(0, CLIENTS)) {
        again.exchange(code).refusedWith("invalid_grant");
      }
    }
  }

  /** Signs in, refreshes some times, gives the tokens back, again and again. */
  private void liveUntilTheServerDies(TestUser ada, TestApp app) {
    String live = "";
    boolean isRevoking = false;
    try {
      while (true) {
        String code = ada.approves(app, "identify");
        live = acknowledged(app.exchange(code)).granted().refresh();
        exchangedCodes.add(code);
        for (int i = 0; i < 20; i++) {
          live = acknowledged(app.refresh(live)).granted().refresh();
        }
        isRevoking = true;
        acknowledged(app.revoke(live)).hasStatus(200);
        revokedTokens.add(live);
        isRevoking = false;
        live = "";
      }
    } catch (UncheckedIOException killed) {
      // A revocation without an answer may or may not have happened; every other token must live.
      if (!live.isEmpty() && !isRevoking) {
        liveTokens.add(live);
      }
    }
  }

  private Answer acknowledged(Answer answer) {
    answers.countDown();
    return answer;
  }
}
