package com.astraof.oauth2.faults.check;

/** What a client asks for. Users and grants are named by the client that made them. */
public sealed interface Act {
  /** For the counts. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /** About one user. */
  sealed interface OfUser extends Act {
    String user();
  }

  /** About one grant, which its code already names. */
  sealed interface OfGrant extends Act {
    String grant();
  }

  record Register(String user) implements OfUser {}

  record SignIn(String user, String session) implements OfUser {}

  record SignOut(String user, String session) implements OfUser {}

  /** Reads who one is; the answer's value is the display name. */
  record Visit(String user, String session) implements OfUser {}

  record Rename(String user, String name) implements OfUser {}

  /** Says yes to the app; the answer holds the code that will open the grant. */
  record Approve(String user, String grant) implements OfUser, OfGrant {}

  /** Takes the app's access back, and with it every grant of the user. */
  record Withdraw(String user) implements OfUser {}

  /** The answer's value is the first refresh token. */
  record Exchange(String grant) implements OfGrant {}

  /** With the newest token; the answer's value is the next one. */
  record Refresh(String grant, String token) implements OfGrant {}

  /** With a token whose successor was used already, as a thief would. */
  record Reuse(String grant) implements OfGrant {}

  record Revoke(String grant) implements OfGrant {}

  /** Calls the API with an access token. */
  record Call(String grant) implements OfGrant {}

  /** Refused stands for inactive. */
  record Introspect(String grant) implements OfGrant {}
}
