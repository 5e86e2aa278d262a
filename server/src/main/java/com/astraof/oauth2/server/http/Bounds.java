package com.astraof.oauth2.server.http;

import java.time.Duration;

/**
 * How much the server takes on, and how long it waits for a peer.
 *
 * @param connections at a time; more wait to be accepted
 * @param requests at a time; more are turned away at once
 * @param idle without a request
 * @param headers from a request's first line to the end of its headers
 * @param body from its first byte asked for to its last
 * @param answer until the peer has taken it
 * @param drain from the wish to stop until what is under way is broken off
 */
public record Bounds(
    int connections,
    int requests,
    Duration idle,
    Duration headers,
    Duration body,
    Duration answer,
    Duration drain) {
  public static final Bounds USUAL =
      new Bounds(
          10_000,
          1_000,
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(20));

  public Bounds drainingFor(Duration changed) {
    return new Bounds(connections, requests, idle, headers, body, answer, changed);
  }
}
