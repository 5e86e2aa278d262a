package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import java.time.Instant;

/**
 * What the link in a mail says: this account, as it was then, for this long.
 *
 * @param once names it; each is good for one use
 */
public record MailLink(UserId user, SecretHash once, Instant expiresAt, Claim claim) {
  /** What it is good for. */
  public sealed interface Claim {
    /**
     * @param mark as {@code Login#mark()}: with another address or password the link is dead
     */
    record Verify(SecretHash mark) implements Claim {}

    record Reset(SecretHash mark) implements Claim {}

    record Change(SecretHash mark, String address) implements Claim {}

    /**
     * @param changedAt when the account got another address
     */
    record WayBack(Instant changedAt) implements Claim {}
  }
}
