package com.astraof.oauth2.demoapp;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The sessions in memory: at most {@value #MOST}, of which the oldest makes room for a new one. */
final class Sessions {
  static final int MOST = 1_000;

  private final SecureRandom random;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<String, Session> byId = new LinkedHashMap<>();

  Sessions(SecureRandom random) {
    this.random = random;
  }

  Optional<Session> find(@Nullable String id) {
    if (id == null) {
      return Optional.empty();
    }
    lock.lock();
    try {
      return Optional.ofNullable(byId.get(id));
    } finally {
      lock.unlock();
    }
  }

  Session open() {
    return add(new Session(secret(), secret(), new Journal()));
  }

  /**
   * A session under a new id in place of the old one, which ends: whoever knew the old id is left
   * with nothing.
   */
  Session replace(Session old) {
    lock.lock();
    try {
      byId.remove(old.id());
      old.forgetTokens();
      return add(new Session(secret(), secret(), old.journal()));
    } finally {
      lock.unlock();
    }
  }

  private Session add(Session session) {
    lock.lock();
    try {
      byId.put(session.id(), session);
      if (byId.size() > MOST) {
        byId.pollFirstEntry();
      }
      return session;
    } finally {
      lock.unlock();
    }
  }

  private String secret() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
