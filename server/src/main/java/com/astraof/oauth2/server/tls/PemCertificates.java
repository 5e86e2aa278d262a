package com.astraof.oauth2.server.tls;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads a chain of certificates. */
final class PemCertificates {
  private PemCertificates() {}

  /** Empty when there is a problem. */
  static List<X509Certificate> parse(Path file, byte[] pem, List<String> problems) {
    var chain = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (Certificate one : factory.generateCertificates(new ByteArrayInputStream(pem))) {
        chain.add((X509Certificate) one);
      }
    } catch (CertificateException e) {
      problems.add("The tls-certificate " + file + " is not PEM, or breaks off.");
      return List.of();
    }
    if (chain.isEmpty()) {
      problems.add("The tls-certificate " + file + " holds no certificate.");
    } else if (!isInOrder(chain)) {
      problems.add(
          "The certificates in "
              + file
              + " are not a chain: the server's own comes first, after each its issuer's.");
      return List.of();
    }
    return chain;
  }

  private static boolean isInOrder(List<X509Certificate> chain) {
    for (int i = 1; i < chain.size(); i++) {
      var issuer = chain.get(i - 1).getIssuerX500Principal();
      if (!issuer.equals(chain.get(i).getSubjectX500Principal())) {
        return false;
      }
    }
    return true;
  }
}
