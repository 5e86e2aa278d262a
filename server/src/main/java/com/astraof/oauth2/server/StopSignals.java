package com.astraof.oauth2.server;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What asks a process to stop. Left to itself the JVM would end with 143 or 130, however well the
 * stop went, and no shutdown hook can change that; so we take the signals, and end as a command
 * that is done: with 0.
 *
 * <p>The class for it is open to everyone in the module {@code jdk.unsupported}, but the compiler
 * warns of each use in a way that cannot be silenced, hence by name.
 */
final class StopSignals {
  private static final Logger log = LoggerFactory.getLogger(StopSignals.class);
  private static final List<String> NAMES = List.of("TERM", "INT");

  private StopSignals() {}

  /** Has each of them do this, and nothing else. */
  static void lead(Runnable toWhat) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Constructor<?> named = signal.getConstructor(String.class);
      Method handle = signal.getMethod("handle", signal, handler);
      Object ours = handler(handler, toWhat);
      for (String name : NAMES) {
        handle.invoke(null, named.newInstance(name), ours);
      }
    } catch (ReflectiveOperationException e) {
      log.warn(
          "This Java runtime keeps the signals to itself: the server will not stop in order", e);
    }
  }

  private static Object handler(Class<?> type, Runnable toWhat) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, _, _) -> {
          toWhat.run();
          return null;
        });
  }
}
