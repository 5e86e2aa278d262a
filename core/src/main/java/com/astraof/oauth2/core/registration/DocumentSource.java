package com.astraof.oauth2.core.registration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the documents in which clients describe themselves, at addresses that strangers name. */
@FunctionalInterface
public interface DocumentSource {
  /** Returns within seconds, whatever the other side does. */
  Reading read(String address);

  /** What came of it. */
  sealed interface Reading {
    /**
     * @param clientId as it stands in the document
     * @param freshFor as its server says; null when it does not
     */
    record Read(String clientId, ClientMetadata metadata, @Nullable Duration freshFor)
        implements Reading {}

    /**
     * @param why how a sentence goes on that begins with the document
     */
    record Failed(String why) implements Reading {}
  }
}
