package com.astraof.oauth2.server.catalogue;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The tests of all modules by their tags, each as {@code Class.method}. Compiled classes are read
 * and none is loaded: the tests of {@code storage} are not on the class path here.
 *
 * @param attacks by the row of the catalogue
 * @param sections by {@link #section}
 */
record TaggedTests(
    SortedMap<String, SortedSet<String>> attacks, SortedMap<String, SortedSet<String>> sections) {
  private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";
  private static final List<Path> COMPILED =
      Stream.of("core", "storage", "server")
          .map(module -> Path.of("..", module, "target", "test-classes"))
          .toList();

  static TaggedTests read() {
    var tests = new TaggedTests(new TreeMap<>(), new TreeMap<>());
    new ClassFileImporter()
        .importPaths(COMPILED).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isMetaAnnotatedWith(TESTABLE))
            .forEach(tests::add);
    return tests;
  }

  /**
   * Such as {@code RFC 6749 §4.1.2} or {@code FAPI §5.3.2.1}.
   *
   * @param standard the number of an RFC, or a short name
   */
  static String section(String standard, String section) {
    return title(standard) + " §" + section;
  }

  static String title(String standard) {
    return isRfc(standard) ? "RFC " + standard : standard;
  }

  static boolean isRfc(String standard) {
    return Character.isDigit(standard.charAt(0));
  }

  private void add(JavaMethod test) {
    String name = test.getOwner().getSimpleName() + "." + test.getName();
    tagsOf(test, Attack.class, Attack.All.class, Attack.All::value)
        .forEach(tag -> add(attacks, tag.value(), name));
    tagsOf(test, Rfc.class, Rfc.All.class, Rfc.All::value)
        .forEach(tag -> add(sections, section(String.valueOf(tag.value()), tag.section()), name));
    tagsOf(test, Spec.class, Spec.All.class, Spec.All::value)
        .forEach(tag -> add(sections, section(tag.value(), tag.section()), name));
  }

  private static void add(SortedMap<String, SortedSet<String>> tests, String key, String name) {
    tests.computeIfAbsent(key, none -> new TreeSet<>()).add(name);
  }

  private static <T extends Annotation, S extends Annotation> Stream<T> tagsOf(
      JavaMethod test, Class<T> tag, Class<S> several, Function<S, T[]> each) {
    return Stream.concat(
        test.tryGetAnnotationOfType(tag).stream(),
        test.tryGetAnnotationOfType(several).stream().map(each).flatMap(Stream::of));
  }
}
