package com.astraof.oauth2.server.page;

import com.astraof.oauth2.server.http.Call;
import java.time.Duration;
import java.util.Optional;

/**
 * Our cookies: never readable by scripts, never sent along from other sites' forms, and bound to
 * this very host where there is https ({@code __Host-}, RFC 6265bis §4.1.3.2).
 */
final class Cookies {
  private final boolean secure;

  Cookies(boolean secure) {
    this.secure = secure;
  }

  Optional<String> read(Call call, Name name) {
    return call.cookie(wire(name));
  }

  /** A {@code Set-Cookie} value. */
  String set(Name name, String value) {
    return wire(name) + "=" + value + attributes(name.lifetime);
  }

  String remove(Name name) {
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
  enum Name {
    /** The session's token. */
    SESSION("astral_session", Duration.ofDays(30)),
    /** Ties forms to the browser while nobody is signed in. */
    VISITOR("astral_visitor", Duration.ofDays(1)),
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
