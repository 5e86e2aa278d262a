package com.astraof.oauth2.core.leaving;

/** Whether an account may be signed in to. */
public sealed interface Standing {
  record Open() implements Standing {}

  /** By its owner, who can open it again. */
  record Closed(Closure closure) implements Standing {}

  /** By the operator, whether or not its owner closed it as well. */
  record Blocked(Block block) implements Standing {}
}
