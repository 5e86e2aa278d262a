package com.astraof.oauth2.server.doctor;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Whether people can come to the public address. */
public final class IssuerCheck {
  private static final String NAME = "issuer";

  private IssuerCheck() {}

  public static Finding look(String issuer) {
    String host = URI.create(issuer).getHost();
    if (issuer.startsWith("http:")) {
      return Finding.warning(
          NAME,
          issuer + " is for this machine alone",
          "For anybody else, set issuer to the public address, which is https.");
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return Finding.ok(NAME, issuer + " is at " + address.getHostAddress());
    } catch (UnknownHostException _) {
      return Finding.warning(
          NAME,
          "this machine finds no host " + host,
          "Make a DNS record for it, or look whether the issuer is mistyped.");
    }
  }
}
