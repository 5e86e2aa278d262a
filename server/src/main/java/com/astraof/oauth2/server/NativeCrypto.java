package com.astraof.oauth2.server;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native provider for elliptic curves, several times faster than the JDK's, where it has a
 * build for the machine.
 */
final class NativeCrypto {
  private static final Logger log = LoggerFactory.getLogger(NativeCrypto.class);

  private NativeCrypto() {}

  /** Null for the JDK's own. */
  static @Nullable Provider provider() {
    var provider = AmazonCorrettoCryptoProvider.INSTANCE;
    if (provider.getLoadingError() == null) {
      return provider;
    }
    log.info("No native cryptography on this machine; using the JDK's");
    return null;
  }
}
