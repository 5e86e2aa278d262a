package com.astraof.oauth2.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end of a run which sections of standards and which attacks had a test that passed:
 * one line each, on the console and in {@code target/rfc-and-attacks.txt}. JUnit's launcher finds
 * it through {@code META-INF/services}, in every module that has this test-jar.
 */
public final class CoverageTable implements TestExecutionListener {
  private static final Path FOLDER = Path.of("target");
  private static final Path FILE = FOLDER.resolve("rfc-and-attacks.txt");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final SortedMap<String, Set<String>> sections = inNumericOrder();
  private final SortedMap<String, Set<String>> attacks = inNumericOrder();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
      methodOf(test).ifPresent(this::add);
    }
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    if (sections.isEmpty() && attacks.isEmpty()) {
      return;
    }
    String table =
        Stream.concat(lines(sections), lines(attacks)).collect(Collectors.joining("\n", "", "\n"));
    System.out.println();
    System.out.print(table);
    write(table);
  }

  private static Optional<Method> methodOf(TestIdentifier test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod());
  }

  private synchronized void add(Method test) {
    String name = test.getDeclaringClass().getSimpleName() + "." + test.getName();
    for (Rfc rfc : test.getAnnotationsByType(Rfc.class)) {
      add(sections, "RFC " + rfc.value() + " §" + rfc.section(), name);
    }
    for (Spec spec : test.getAnnotationsByType(Spec.class)) {
      add(sections, spec.value() + " §" + spec.section(), name);
    }
    for (Attack attack : test.getAnnotationsByType(Attack.class)) {
      add(attacks, attack.value(), name);
    }
  }

  private static void add(Map<String, Set<String>> table, String key, String test) {
    table.computeIfAbsent(key, none -> new TreeSet<>()).add(test);
  }

  private static Stream<String> lines(Map<String, Set<String>> table) {
    return table.entrySet().stream()
        .map(row -> "%-18s %s".formatted(row.getKey(), String.join(", ", row.getValue())));
  }

  /** So that §4.10 comes after §4.2. */
  private static SortedMap<String, Set<String>> inNumericOrder() {
    return new TreeMap<>(
        (one, other) -> {
          int order = padded(one).compareTo(padded(other));
          return order == 0 ? one.compareTo(other) : order;
        });
  }

  private static String padded(String key) {
    return NUMBER
        .matcher(key)
        .replaceAll(number -> "0".repeat(8 - number.group().length()) + number.group());
  }

  private static void write(String table) {
    if (!Files.isDirectory(FOLDER)) {
      return;
    }
    try {
      Files.writeString(FILE, table);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing " + FILE, e);
    }
  }
}
