package com.astraof.oauth2.server.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Our cookies: never readable by scripts, never sent along from other sites' forms, and bound to
 * this very host where there is https ({@code __Host-}, RFC 6265bis §4.1.3.2).
 */
public final class Cookies {
  private final boolean secure;

  /**
   * @param secure whether the issuer is https
   */
  public Cookies(boolean secure) {
    this.secure = secure;
  }

  public Optional<String> read(Call call, Name name) {
    return call.cookie(wire(name));
  }

  /** A {@code Set-Cookie} value. */
  public String set(Name name, String value) {
    return wire(name) + "=" + value + attributes(name.lifetime);
  }

  public String remove(Name name) {
    return wire(name) + "=" + attributes(Duration.ZERO);
  }

  private String attributes(Duration lifetime) {
    String common = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + lifetime.toSeconds();
    return secure ? common + "; Secure" : common;
  }

  private String wire(Name name) {
    return secure ? "__Host-" + name.text : name.text;
  }

  /** What each is for. */
  public enum Name {
    /** The session's token. */
    SESSION("astral_session", Duration.ofDays(30)),
    /** Ties forms to the browser while nobody is signed in. */
    VISITOR("astral_visitor", Duration.ofDays(1)),
    /** That the session was confirmed by a second factor, for callers of the API. */
    SUDO("astral_sudo", Duration.ofMinutes(5)),
    /** The colours that someone likes. */
    THEME("astral_theme", Duration.ofDays(365));

    private final String text;
    private final Duration lifetime;

    Name(String text, Duration lifetime) {
      this.text = text;
      this.lifetime = lifetime;
    }
  }
}
