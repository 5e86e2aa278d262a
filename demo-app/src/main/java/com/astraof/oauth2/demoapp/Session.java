package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.security.MessageDigest;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the app remembers about one browser: a sign-in under way, the tokens once there are some, a
 * notice to show once.
 *
 * <p>Everything that changes a session runs in {@link #alone}, so that two tabs never spend one
 * refresh token twice.
 */
final class Session {
  private final String id;
  private final String csrf;
  private final ReentrantLock lock = new ReentrantLock();
  private final Journal journal;
  private @Nullable SignInUnderWay signIn;
  private @Nullable Tokens tokens;
  private @Nullable String notice;

  /**
   * What must be known again when Astral sends the browser back: RFC 6749 §10.12 and RFC 7636 §4.1.
   */
  record SignInUnderWay(State state, CodeVerifier verifier) {}

  Session(String id, String csrf, Journal journal) {
    this.id = id;
    this.csrf = csrf;
    this.journal = journal;
  }

  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  String id() {
    return id;
  }

  String csrf() {
    return csrf;
  }

  Journal journal() {
    return journal;
  }

  boolean sent(Visit visit) {
    var token = visit.field("csrf");
    return token != null && MessageDigest.isEqual(token.getBytes(UTF_8), csrf.getBytes(UTF_8));
  }

  @Nullable SignInUnderWay signIn() {
    return signIn;
  }

  void begin(SignInUnderWay next) {
    signIn = next;
  }

  void endSignIn() {
    signIn = null;
  }

  @Nullable Tokens tokens() {
    return tokens;
  }

  void keep(Tokens fresh) {
    tokens = fresh;
  }

  void forgetTokens() {
    tokens = null;
  }

  void notice(String text) {
    notice = text;
  }

  /** The notice, which is gone once it was read. */
  @Nullable String takeNotice() {
    var text = notice;
    notice = null;
    return text;
  }
}
