package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be written to somebody. It holds no words and no link: both are made when it is
 * sent, so that a stolen queue lets nobody in.
 */
public sealed interface Mail {
  /** An address that keeps {@code EmailRule}. */
  String recipient();

  /** When it was asked for, or what it tells of happened. */
  Instant at();

  /**
   * Asks whether the address is the account's.
   *
   * @param mark of the account when it was asked for, as {@code Login#mark()}
   */
  record Verify(UserId user, String recipient, SecretHash mark, Instant at) implements Mail {}

  /** Lets whoever has an account with this address choose a new password; perhaps nobody has. */
  record Reset(String recipient, Instant at) implements Mail {}

  /** Asks a new address whether it shall be the account's. */
  record Change(UserId user, String recipient, SecretHash mark, Instant at) implements Mail {}

  /** Tells the address that was the account's until now, and shows the way back. */
  record Changed(UserId user, String recipient, Instant at) implements Mail {}

  /**
   * Tells what happened to the account.
   *
   * @param application null when none was concerned
   * @param place from where, as far as the user may know; else null
   */
  record Tell(
      UserId user,
      String recipient,
      Event what,
      @Nullable ApplicationId application,
      @Nullable Place place,
      Instant at)
      implements Mail {}
}
