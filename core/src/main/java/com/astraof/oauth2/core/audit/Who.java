package com.astraof.oauth2.core.audit;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;

/** Who acts. */
public sealed interface Who {
  /** A person who is signed in, or who is signing in right now. */
  record Person(UserId id) implements Who {}

  /** An application that has authenticated itself. */
  record App(ApplicationId id) implements Who {}

  /** Whoever runs the server, at its own terminal. */
  record Operator() implements Who {}

  /** Someone who has not proved to be anybody. */
  record Stranger() implements Who {}
}
