package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.secret.Entropy;
import java.util.Random;

/** Chance that repeats itself: the same seed gives the same bytes. For tests alone. */
public final class SeededEntropy implements Entropy {
  private final Random random;

  public SeededEntropy(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public int below(int bound) {
    return random.nextInt(bound);
  }
}
