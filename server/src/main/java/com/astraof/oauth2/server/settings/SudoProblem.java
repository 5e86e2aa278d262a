package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.server.view.Words;

/** Why it was not confirmed who is there. */
enum SudoProblem {
  MISSING(403, "sudo.missing"),
  WRONG(400, "sudo.wrong"),
  WRONG_CODE(400, "sudo.code.wrong"),
  WRONG_PASSKEY(400, "sudo.passkey.wrong"),
  TOO_MANY(429, "sudo.too_many"),
  TOO_MANY_CODES(429, "sudo.code.too_many"),
  BUSY(503, "sign_in.busy");

  private final int status;
  private final String key;

  SudoProblem(int status, String key) {
    this.status = status;
    this.key = key;
  }

  int status() {
    return status;
  }

  /**
   * @param factor whether a second factor is asked for, and not the password
   */
  String in(Words words, boolean factor) {
    return words.say(factor && this == MISSING ? "sudo.code.missing" : key);
  }
}
