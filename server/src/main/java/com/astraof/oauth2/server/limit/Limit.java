package com.astraof.oauth2.server.limit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The buckets of contract 1.5: so many requests in a window, for each key. */
public enum Limit {
  /** For each user, or address where nobody is known, over the whole API. */
  GLOBAL(50, Duration.ofSeconds(1)),
  AUTHORIZE(60, Duration.ofSeconds(60)),
  /** The pages of the settings and their forms. */
  PAGES(120, Duration.ofSeconds(60)),
  CLIENT(3_000, Duration.ofSeconds(60)),
  CLIENT_FAILURES(120, Duration.ofSeconds(60)),
  /** Devices for which an application, a public one from one address, starts an authorization. */
  DEVICES_OF_APPLICATION(300, Duration.ofSeconds(60)),
  /** Wrong user codes, as the next. */
  DEVICE_GUESSES_OF_ACCOUNT(10, Duration.ofMinutes(10)),
  DEVICE_GUESSES_OF_ADDRESS(10, Duration.ofMinutes(10)),
  /** Clients that one address registers (RFC 7591), and what it asks of registrations then. */
  CLIENT_REGISTER(10, Duration.ofHours(1)),
  CLIENT_CONFIGURE(60, Duration.ofSeconds(60)),
  /** Documents of clients that are fetched from one host, and from all together. */
  DOCUMENTS_OF_HOST(10, Duration.ofSeconds(60)),
  DOCUMENTS(120, Duration.ofSeconds(60)),
  REGISTER(10, Duration.ofSeconds(10)),
  LOGIN(10, Duration.ofSeconds(10)),
  LOGIN_FAILURES_OF_EMAIL(5, Duration.ofMinutes(15)),
  /** From anywhere, but for places where its owner is signed in. */
  LOGIN_FAILURES_OF_ACCOUNT(50, Duration.ofHours(1)),
  LOGIN_FAILURES_OF_ADDRESS(10, Duration.ofMinutes(30)),
  /** The second step of a sign-in. */
  LOGIN_MFA(20, Duration.ofSeconds(10)),
  /** Wrong one-time codes, wherever they are asked for. */
  CODE_FAILURES(10, Duration.ofMinutes(15)),
  LOGOUT(20, Duration.ofSeconds(10)),
  FORGOT(5, Duration.ofSeconds(60)),
  /** The pages that links in mails lead to, and their forms. */
  MAIL_LINKS(30, Duration.ofSeconds(60)),
  /** Mails that somebody asks for: from one network, to one address, for one account. */
  MAILS_FROM_NETWORK(30, Duration.ofHours(1)),
  MAILS_TO_ADDRESS(4, Duration.ofHours(1)),
  MAILS_OF_ACCOUNT(6, Duration.ofHours(1)),
  APPLICATIONS_READ(60, Duration.ofSeconds(60)),
  APPLICATION_CREATE(10, Duration.ofHours(1)),
  /** For each application that a user works on, as the next two. */
  APPLICATION_UPDATE(30, Duration.ofSeconds(60), true),
  SECRET_RESET(10, Duration.ofHours(1), true),
  APPLICATION_DELETE(10, Duration.ofHours(1), true),
  /** What an app asks about its token, and what a user takes from an app. */
  USERINFO(120, Duration.ofSeconds(60)),
  CONFIRMATION_FAILURES(5, Duration.ofMinutes(15)),
  SESSIONS_LIST(40, Duration.ofSeconds(10)),
  SESSIONS_END(20, Duration.ofSeconds(10)),
  ME_UPDATE(20, Duration.ofSeconds(60)),
  /** Copies of all that is kept about someone. */
  DATA_COPY(5, Duration.ofHours(1)),
  USER(100, Duration.ofSeconds(10)),
  ME(40, Duration.ofSeconds(10)),
  GATEWAY(60, Duration.ofSeconds(60)),
  MY_GUILDS(40, Duration.ofSeconds(10)),
  GUILD(100, Duration.ofSeconds(10)),
  GUILD_CREATE(10, Duration.ofSeconds(60)),
  /** Whatever changes a guild and has no limit of its own; for each guild. */
  GUILD_CHANGE(60, Duration.ofSeconds(10), true),
  /** For each guild. */
  MEMBERS(40, Duration.ofSeconds(10), true),
  ROLES_LIST(60, Duration.ofSeconds(10)),
  ROLE_CREATE(10, Duration.ofSeconds(60)),
  /** For each guild. */
  CHANNELS_LIST(60, Duration.ofSeconds(10), true),
  CHANNEL(100, Duration.ofSeconds(10)),
  MESSAGES_LIST(100, Duration.ofSeconds(10)),
  /** For each channel, as the next. */
  MESSAGE_CREATE(20, Duration.ofSeconds(10), true),
  INVITE_CREATE(20, Duration.ofSeconds(60), true),
  INVITE_ACCEPT(10, Duration.ofSeconds(10));

  private final int requests;
  private final Duration window;
  private final boolean perSubject;

  Limit(int requests, Duration window) {
    this(requests, window, false);
  }

  Limit(int requests, Duration window, boolean perSubject) {
    this.requests = requests;
    this.window = window;
    this.perSubject = perSubject;
  }

  public static Optional<Limit> named(String key) {
    return Arrays.stream(values()).filter(limit -> limit.key().equals(key)).findFirst();
  }

  /** As operators write it: {@code login-failures-of-email}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether each application, guild or channel that a user works on has a count of its own. */
  public boolean isPerSubject() {
    return perSubject;
  }

  /** Unless the operator chooses another. */
  public Rate otherwise() {
    return new Rate(requests, window);
  }
}
