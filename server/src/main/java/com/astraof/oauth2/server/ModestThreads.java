package com.astraof.oauth2.server;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for work that nobody else should wait for. On Linux a thread may make itself nicer than
 * its process; elsewhere these are like any other. Java's own priorities do nothing there without
 * being root.
 */
final class ModestThreads implements ThreadFactory {
  private static final Logger log = LoggerFactory.getLogger(ModestThreads.class);

  /** Of a processor that is wanted by both, an ordinary thread has about nine times as much. */
  private static final int NICENESS = 10;

  private static final int PRIO_PROCESS = 0;
  private static final int CALLING_THREAD = 0;
  private static final Optional<MethodHandle> SET_PRIORITY = find();

  private final String name;
  private final AtomicInteger made = new AtomicInteger();

  ModestThreads(String name) {
    this.name = name;
  }

  // Native code can break the process: this is one call of the C library, with three numbers.
  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    var numbers = ValueLayout.JAVA_INT;
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(
            function ->
                linker.downcallHandle(
                    function, FunctionDescriptor.of(numbers, numbers, numbers, numbers)));
  }

  @Override
  public Thread newThread(Runnable work) {
    return Thread.ofPlatform()
        .daemon()
        .name(name + "-" + made.getAndIncrement())
        .unstarted(
            () -> {
              SET_PRIORITY.ifPresent(ModestThreads::giveWay);
              work.run();
            });
  }

  private static void giveWay(MethodHandle setPriority) {
    try {
      int refused = (int) setPriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICENESS);
      if (refused != 0) {
        log.info("The system lets no thread be nicer than others");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("setpriority could not be called", e);
    }
  }
}
