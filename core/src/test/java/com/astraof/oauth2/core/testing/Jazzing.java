package com.astraof.oauth2.core.testing;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where Jazzer comes in, a fuzzer guided by coverage: see {@code build/fuzz}. */
public final class Jazzing {
  private static Optional<FuzzTest> target = Optional.empty();

  private Jazzing() {}

  /**
   * Writes what is known already, for the fuzzer to begin with.
   *
   * @param args the test's class, and the folder
   */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    int count = 0;
    for (byte[] input : test(args[0]).known()) {
      Files.write(folder.resolve("known-" + count++), input);
    }
  }

  /** Called by Jazzer once. */
  public static void fuzzerInitialize(String[] args) throws ReflectiveOperationException {
    target = Optional.of(test(args[0]));
  }

  /** Called by Jazzer for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    target.orElseThrow().hold(input);
  }

  private static FuzzTest test(String name) throws ReflectiveOperationException {
    Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (FuzzTest) constructor.newInstance();
  }
}
