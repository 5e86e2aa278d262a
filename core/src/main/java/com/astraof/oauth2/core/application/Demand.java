package com.astraof.oauth2.core.application;

/** What an application may bind itself to. Each makes it stricter, for itself alone. */
public enum Demand {
  /** Every authorization request carries a {@code code_challenge} (RFC 7636). */
  PKCE("require_pkce", 0),
  /** Authorization requests are pushed (RFC 9126 §6). */
  PUSHED_REQUESTS("require_pushed_authorization_requests", 1),
  /** Access tokens are bound to a key of the application (RFC 9449 §5.2). */
  DPOP("dpop_bound_access_tokens", 2),
  /** The FAPI 2.0 Security Profile, and with it all of the above. */
  FAPI("fapi", 3);

  private final String field;
  private final int place;

  Demand(String field, int place) {
    this.field = field;
    this.place = place;
  }

  /** Its field in JSON and forms; where a standard names one, that name. */
  public String field() {
    return field;
  }

  /** Its place in sets. Those are stored: a place is never given anew. */
  long bit() {
    return 1L << place;
  }
}
