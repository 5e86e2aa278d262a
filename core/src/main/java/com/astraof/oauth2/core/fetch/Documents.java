package com.astraof.oauth2.core.fetch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fetches JSON from addresses that strangers have named, guarded against what they may do. */
@FunctionalInterface
public interface Documents {
  /** Returns within seconds, whatever the other side does. */
  Fetched fetch(URI address);

  /** What came of it. */
  sealed interface Fetched {
    /**
     * @param text declared to be JSON; nobody has read it yet
     * @param freshFor as its server says; null when it does not
     */
    record Document(String text, @Nullable Duration freshFor) implements Fetched {}

    /**
     * @param why for whoever named the address, as the end of a sentence
     */
    record Failed(String why) implements Fetched {}
  }
}
