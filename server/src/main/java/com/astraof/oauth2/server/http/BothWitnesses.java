package com.astraof.oauth2.server.http;

import java.util.function.Supplier;

/** Two of them; the first stands outside. */
record BothWitnesses(Witness first, Witness second) implements Witness {
  @Override
  public void saw(Answered answered) {
    first.saw(answered);
    second.saw(answered);
  }

  @Override
  public Reply during(Call call, String route, Supplier<Reply> answer) {
    return first.during(call, route, () -> second.during(call, route, answer));
  }
}
