package com.astraof.oauth2.core.testing;

import java.util.SplittableRandom;

/**
 * Holds a rule against many generated inputs. Every run draws new seeds; a failure names the seed
 * of its case, and {@code -Dproperty.seed=…} runs exactly that case again.
 */
public final class Property {
  private static final String SEED = "property.seed";

  private Property() {}

  public static void forAll(int cases, Rule rule) {
    forAll("The rule", cases, rule);
  }

  /**
   * @param name the subject of the sentence that a failure prints
   */
  public static void forAll(String name, int cases, Rule rule) {
    Long wanted = Long.getLong(SEED);
    if (wanted != null) {
      hold(name, wanted, rule);
      return;
    }
    var seeds = new SplittableRandom();
    for (int i = 0; i < cases; i++) {
      hold(name, seeds.nextLong(), rule);
    }
  }

  private static void hold(String name, long seed, Rule rule) {
    try {
      rule.check(new Gen(seed));
    } catch (Throwable broken) {
      throw new AssertionError(
          name + " does not hold; run again with -D" + SEED + "=" + seed + "\n" + broken, broken);
    }
  }

  /** One rule about one generated case; it fails by throwing. */
  @FunctionalInterface
  public interface Rule {
    void check(Gen gen) throws Exception;
  }
}
