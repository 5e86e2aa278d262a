package com.astraof.oauth2.server.http;

import com.astraof.oauth2.server.tls.TlsFiles;
import com.astraof.oauth2.server.tls.TlsFiles.Outcome;
import com.astraof.oauth2.server.tls.TlsIdentity;
import io.helidon.common.tls.Tls;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS as RFC 9325 (BCP 195) recommends it, with the certificate that the files hold at the moment.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9325#section-4.2">RFC 9325 §4.2</a>
 */
final class Certificate {
  private static final Logger log = LoggerFactory.getLogger("astral.tls");

  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

  private final TlsFiles files;
  private String version;

  Certificate(TlsFiles files) {
    this.files = files;
    this.version = files.version();
  }

  /**
   * @throws IllegalStateException when the files became unusable since they were checked
   */
  Tls current() {
    return switch (files.read()) {
      case Outcome.Ready(var identity) -> with(identity);
      case Outcome.Broken(var problems) ->
          throw new IllegalStateException(String.join(" ", problems));
    };
  }

  /** What the files hold now, when that is something else than before and usable. */
  Optional<Tls> renewed() {
    String now = files.version();
    if (now.equals(version)) {
      return Optional.empty();
    }
    version = now;
    return switch (files.read()) {
      case Outcome.Ready(var identity) -> Optional.of(with(identity));
      case Outcome.Broken(var problems) -> {
        log.error(
            "The new TLS certificate cannot be used, the old one stays: {}",
            String.join(" ", problems));
        yield Optional.empty();
      }
    };
  }

  private static Tls with(TlsIdentity identity) {
    log.atInfo()
        .addKeyValue("subject", identity.own().getSubjectX500Principal())
        .addKeyValue("until", identity.own().getNotAfter().toInstant())
        .log("TLS certificate");
    return Tls.builder()
        .privateKey(identity.key())
        .privateKeyCertChain(identity.chain())
        .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
        .enabledCipherSuites(SUITES)
        .endpointIdentificationAlgorithm(Tls.ENDPOINT_IDENTIFICATION_NONE)
        .build();
  }
}
