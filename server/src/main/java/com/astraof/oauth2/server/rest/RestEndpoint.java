package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;

/**
 * Answers a caller who is known and allowed in.
 *
 * @param <A> which kind of caller the door lets in
 */
@FunctionalInterface
public interface RestEndpoint<A extends Actor> {
  Reply answer(Call call, A actor);
}
