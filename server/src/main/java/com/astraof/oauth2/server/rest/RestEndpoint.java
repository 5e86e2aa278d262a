package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;

/** Answers a caller who is known and allowed in. */
@FunctionalInterface
public interface RestEndpoint {
  Reply answer(Call call, Actor actor);
}
