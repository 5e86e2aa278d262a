package com.astraof.oauth2.storage;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a database server is waited for that is still coming up.
 *
 * @param longest after which it is given up
 * @param teller is told every few seconds what is being waited for
 */
public record Patience(Duration longest, Consumer<String> teller) {
  /** For commands: whoever typed one can do so again. */
  public static final Patience NONE = new Patience(Duration.ZERO, words -> {});
}
