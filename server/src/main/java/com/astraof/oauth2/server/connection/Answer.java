package com.astraof.oauth2.server.connection;

import com.astraof.oauth2.core.connection.OutsideAccount;

/** What a service made known. The reasons are for the log: no secret and no text from outside. */
public sealed interface Answer {
  record Found(OutsideAccount account) implements Answer {}

  /** It could not be reached, was slow, or said what cannot be read. */
  record Away(String why) implements Answer {}

  /** It did not give us a token. */
  record Refused(String why) implements Answer {}

  /** Its profile does not say whose it is, where the operator said that it would. */
  record Nameless(String why) implements Answer {}
}
