package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import java.util.Optional;
import java.util.function.Function;

/** Which part of a list a query asks for. */
final class Paging {
  private Paging() {}

  /** {@code limit}: 1 to {@code most}. */
  static int limit(Parameters query, int most, int usual) {
    String text = query.optional("limit").orElse(Integer.toString(usual));
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > most) {
      throw new MalformedRequest("This must be a number from 1 to " + most + ".", "limit");
    }
    return limit;
  }

  /** {@code before} and the like: a snowflake. */
  static <T> Optional<T> bound(Parameters query, String name, Function<String, Optional<T>> parse) {
    return query.optional(name).map(text -> Ids.read(text, name, parse));
  }
}
