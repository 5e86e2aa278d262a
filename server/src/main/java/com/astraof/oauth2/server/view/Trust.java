package com.astraof.oauth2.server.view;

/** What people should know of an app beside its name. */
public enum Trust {
  PLAIN,
  /** The operator has made sure that it is what it says. */
  VERIFIED,
  /** Its name could be mistaken for another. */
  DOUBTFUL,
  /** The operator keeps it from doing anything. */
  DISABLED
}
