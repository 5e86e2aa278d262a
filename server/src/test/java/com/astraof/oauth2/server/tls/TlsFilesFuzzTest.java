package com.astraof.oauth2.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.server.testing.TestCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificates and keys in PEM, together in one file. */
final class TlsFilesFuzzTest extends FuzzTest {
  private static final Path FILE = Path.of("file.pem");
  private static final TestCertificate EC =
      TestCertificate.make("-keyalg", "EC", "-groupname", "secp256r1");
  private static final TestCertificate RSA =
      TestCertificate.make("-keyalg", "RSA", "-keysize", "2048");

  @Override
  protected List<byte[]> seeds() {
    return texts(
        EC.chainPem() + EC.keyPem(),
        RSA.chainPem() + RSA.keyPem(),
        EC.chainPem() + RSA.keyPem(),
        EC.chainPem() + RSA.chainPem(),
        EC.keyPem(),
        "-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----");
  }

  @Override
  protected void read(byte[] input) {
    var problems = new ArrayList<String>();
    var chain = PemCertificates.parse(FILE, input, problems);
    var key = PemKey.parse(FILE, utf8(input), problems);
    if (problems.isEmpty()) {
      assertThat(chain).isNotEmpty();
      assertThat(key).isPresent();
    }
    if (!chain.isEmpty() && key.isPresent()) {
      PemKey.belongs(key.get(), chain.getFirst().getPublicKey());
    }
  }
}
