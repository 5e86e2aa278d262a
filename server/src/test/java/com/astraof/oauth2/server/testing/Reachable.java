package com.astraof.oauth2.server.testing;

/** A server that can be talked to, wherever it runs. */
public interface Reachable {
  Wire wire();
}
