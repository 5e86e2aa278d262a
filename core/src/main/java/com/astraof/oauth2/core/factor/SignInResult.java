package com.astraof.oauth2.core.factor;

/** How a step of a sign-in ended, for whoever counts. */
public enum SignInResult {
  WELCOME,
  /** All was right, but the account is closed. */
  CLOSED,
  /** All was right, but the operator has closed the account. */
  BLOCKED,
  /** The password was right, and a second factor is asked for. */
  SECOND_STEP,
  WRONG,
  /** Too many passwords were being compared. */
  BUSY;

  static SignInResult of(SignIns.Outcome outcome) {
    return switch (outcome) {
      case SignIns.Outcome.Welcome _ -> WELCOME;
      case SignIns.Outcome.Closed _ -> CLOSED;
      case SignIns.Outcome.Blocked _ -> BLOCKED;
      case SignIns.Outcome.SecondStep _ -> SECOND_STEP;
      case SignIns.Outcome.Wrong() -> WRONG;
      case SignIns.Outcome.Busy() -> BUSY;
    };
  }
}
