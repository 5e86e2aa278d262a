package com.astraof.oauth2.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;

/** A running server, and who is known there. */
public record World(int port, Paths paths, App app, List<Person> people) {
  public World {
    people = List.copyOf(people);
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * @param me what tells about the user of an access token; empty for none
   * @param signIn takes an e-mail address and a password as JSON; empty for none
   */
  public record Paths(
      String authorize,
      String token,
      String revoke,
      String introspect,
      String keys,
      String me,
      String signIn) {}

  /** A confidential application. */
  public record App(String id, String secret, String redirectUri, String scope) {
    /** As a line of a request's head. */
    public String basic() {
      String pair = id + ":" + secret;
      return "Authorization: Basic "
          + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))
          + "\r\n";
    }

    String encodedRedirectUri() {
      return URLEncoder.encode(redirectUri, UTF_8);
    }

    String encodedScope() {
      return URLEncoder.encode(scope, UTF_8);
    }
  }

  /**
   * Somebody who is signed in and has approved the application.
   *
   * @param cookies of their browser, as the header's value
   */
  public record Person(String email, String password, String cookies) {}
}
