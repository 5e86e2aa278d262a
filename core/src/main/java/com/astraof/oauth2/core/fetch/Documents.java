package com.astraof.oauth2.core.fetch;

import java.net.URI;

/** Fetches JSON from addresses that strangers have named, guarded against what they may do. */
@FunctionalInterface
public interface Documents {
  /** Returns within seconds, whatever the other side does. */
  Fetched fetch(URI address);

  /** What came of it. */
  sealed interface Fetched {
    /**
     * @param text declared to be JSON; nobody has read it yet
     */
    record Document(String text) implements Fetched {}

    /**
     * @param why for whoever named the address, as the end of a sentence
     */
    record Failed(String why) implements Fetched {}
  }
}
