package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Where sessions live. */
public interface SessionStore {
  void open(SecretHash token, UserId user, Instant at);

  Optional<Session> find(SecretHash token);

  void touch(SecretHash token, Instant at);

  void end(SecretHash token);
}
