package com.astraof.oauth2.faults.load;

import org.jspecify.annotations.Nullable;

/** A grant as an app holds it: what it got last. */
final class Held {
  final String grant;
  final String code;

  /** To be used next. Where an answer was missing, the one that was sent: it may be sent again. */
  volatile String refresh;

  volatile String access;

  /** One whose successor was used. */
  volatile @Nullable String retired;

  volatile boolean ended;

  Held(String grant, String code, String refresh, String access) {
    this.grant = grant;
    this.code = code;
    this.refresh = refresh;
    this.access = access;
  }
}
