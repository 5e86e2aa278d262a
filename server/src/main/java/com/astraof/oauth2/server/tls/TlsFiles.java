package com.astraof.oauth2.server.tls;

import com.astraof.oauth2.core.secret.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The two files that TLS is served with.
 *
 * @param certificate the chain, PEM, the server's own certificate first
 * @param key its private key, PEM, PKCS#8, RSA or EC
 */
public record TlsFiles(Path certificate, Path key) {

  /** Reads and checks both; names everything that is wrong, quotes nothing of the key. */
  public Outcome read() {
    var problems = new ArrayList<String>();
    List<X509Certificate> chain =
        bytes("tls-certificate", certificate, problems)
            .map(pem -> PemCertificates.parse(certificate, pem, problems))
            .orElse(List.of());
    Optional<PrivateKey> privateKey =
        bytes("tls-key", key, problems)
            .flatMap(pem -> PemKey.parse(key, new String(pem, StandardCharsets.UTF_8), problems));
    if (!chain.isEmpty()
        && privateKey.isPresent()
        && !PemKey.belongs(privateKey.get(), chain.getFirst().getPublicKey())) {
      problems.add("The tls-key " + key + " does not belong to the certificate " + certificate);
    }
    return problems.isEmpty()
        ? new Outcome.Ready(new TlsIdentity(chain, privateKey.orElseThrow()))
        : new Outcome.Broken(List.copyOf(problems));
  }

  /** Another text whenever one of the files holds something else. */
  public String version() {
    try {
      var digest = Sha256.begun();
      digest.update(Files.readAllBytes(certificate));
      digest.update(Files.readAllBytes(key));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Optional<byte[]> bytes(String setting, Path file, List<String> problems) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      problems.add("The " + setting + " " + file + " does not exist.");
    } catch (IOException e) {
      problems.add("The " + setting + " " + file + " cannot be read: " + e);
    }
    return Optional.empty();
  }

  /** The certificate with its key, or all that is wrong with the files. */
  public sealed interface Outcome {
    record Ready(TlsIdentity identity) implements Outcome {}

    record Broken(List<String> problems) implements Outcome {}
  }
}
