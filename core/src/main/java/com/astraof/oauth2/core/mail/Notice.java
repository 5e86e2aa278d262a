package com.astraof.oauth2.core.mail;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether people are written to about an event, and for how long an equal one is not worth another
 * mail. Whatever writes an audit event writes its notice with it.
 */
public enum Notice {
  /** It stands under Security activity; that is enough. */
  NONE(Duration.ZERO),
  /** Everything of this kind that happens within minutes is one thing. */
  ONCE_IN_MINUTES(Duration.ofMinutes(10)),
  /** An app with a mistake in it does this all day. */
  ONCE_A_DAY(Duration.ofDays(1)),
  /** Only from a device and a network that the user has not been seen on for so long. */
  WHEN_NEW(Duration.ofDays(90));

  private static final int IPV6_GROUPS = 3;

  private final Duration quiet;

  Notice(Duration quiet) {
    this.quiet = quiet;
  }

  /** The one table: each event has its place in it. */
  public static Notice of(Event event) {
    return switch (event) {
      case SIGNED_IN, SIGNED_IN_WITH_SECOND_FACTOR, SIGNED_IN_WITH_PASSKEY -> WHEN_NEW;
      case PASSWORD_CHANGED,
          PASSWORD_RESET,
          EMAIL_RESTORED,
          AUTHENTICATOR_APP_ADDED,
          AUTHENTICATOR_APP_REMOVED,
          PASSKEY_ADDED,
          PASSKEY_REMOVED,
          RECOVERY_CODES_MADE,
          RECOVERY_CODE_USED,
          ACCOUNT_RECOVERED,
          SECRET_RESET,
          SECRET_ADDED,
          KEYS_CHANGED,
          BOT_TOKEN_RESET,
          TRANSFER_ACCEPTED,
          APPLICATION_DISABLED,
          APPLICATION_ENABLED,
          APPLICATION_VERIFIED,
          APPLICATION_UNVERIFIED,
          APPLICATION_DELETED,
          ACCOUNT_DISABLED,
          ACCOUNT_DELETED,
          ACCOUNT_REOPENED,
          ACCOUNT_BLOCKED,
          ACCOUNT_UNBLOCKED,
          DATA_TAKEN ->
          ONCE_IN_MINUTES;
      case SECOND_FACTOR_FAILED, PASSKEY_COPIED, CODE_REPLAYED, REFRESH_REUSED -> ONCE_A_DAY;
      // Its mail goes to the address before, with the way back.
      case EMAIL_CHANGED -> NONE;
      case REGISTERED,
          SIGN_IN_FAILED,
          SIGNED_OUT,
          SESSIONS_ENDED,
          SIGNED_OUT_BY_OPERATOR,
          CONFIRMATION_FAILED,
          PROFILE_CHANGED,
          USERNAME_CHANGED,
          EMAIL_VERIFIED,
          CONNECTION_LINKED,
          CONNECTION_UNLINKED,
          ACCESS_APPROVED,
          ACCESS_REMOVED,
          ALL_ACCESS_REMOVED,
          ACCESS_GIVEN_BACK,
          ACCESS_ENDED,
          ALL_ACCESS_ENDED,
          DATABASE_RESTORED,
          APPLICATION_CREATED,
          APPLICATION_CHANGED,
          APPLICATION_LIMITED,
          SECRET_RETIRED,
          BOT_CHANGED,
          TRANSFER_OFFERED,
          TRANSFER_WITHDRAWN,
          TRANSFER_DECLINED,
          BOT_ADDED,
          BOT_PERMISSIONS_CHANGED,
          BOT_REMOVED,
          JOINED_GUILD_BY_APP,
          REMOVED_FROM_GUILD,
          BANNED_FROM_GUILD,
          GUILD_DELETED ->
          NONE;
    };
  }

  /** What all events that are equal to this one have in common, as {@code OnceStore} knows it. */
  public String key(AuditEvent event) {
    Place from = event.act().from();
    String about =
        this == WHEN_NEW
            ? from.device().browser() + " " + from.device().system() + " " + network(from.address())
            : String.valueOf(event.subject().application());
    String kind = this == WHEN_NEW ? "SIGNED_IN" : event.what().name();
    return "notice " + kind + " " + event.subject().user() + " " + about;
  }

  public Instant quietUntil(Instant at) {
    return at.plus(quiet);
  }

  /** Where people have another address every day, most of it stays the same. */
  private static String network(String address) {
    String[] groups = address.split(":", -1);
    return groups.length > IPV6_GROUPS
        ? String.join(":", List.of(groups).subList(0, IPV6_GROUPS))
        : address.replaceFirst("\\.[0-9]+$", "");
  }
}
