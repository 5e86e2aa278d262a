package com.astraof.oauth2.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the system itself says of a thread's niceness. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a thread cannot give way")
final class ModestThreadsTest {
  /** After the name in brackets, which is the second: proc_pid_stat(5). */
  private static final int NICE = 19 - 3;

  private static int niceness(ThreadFactory threads) {
    var found = new CompletableFuture<Integer>();
    threads.newThread(() -> found.complete(ownNiceness())).start();
    return found.join();
  }

  private static int ownNiceness() {
    try {
      String line = Files.readString(Path.of("/proc/thread-self/stat"));
      List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
      return Integer.parseInt(fields.get(NICE));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void they_give_way_and_nobody_else_does() {
    int usual = niceness(Thread.ofPlatform().factory());

    assertThat(niceness(new ModestThreads("modest"))).isEqualTo(10);
    assertThat(niceness(Thread.ofPlatform().factory())).isEqualTo(usual).isLessThan(10);
  }
}
