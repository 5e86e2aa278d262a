package com.astraof.oauth2.server.http;

/** Answers one kind of request. Throws only for what cannot be read or a broken world. */
@FunctionalInterface
public interface Endpoint {
  Reply answer(Call call);
}
