package com.astraof.oauth2.server.view;

import java.util.Locale;
import java.util.Optional;

/**
 * What was just done in the settings, for the page that comes after. It can travel in an address:
 * its words are ours, whoever wrote the link.
 */
public enum Done {
  AVATAR("done.avatar"),
  AVATAR_REMOVED("done.avatar_removed"),
  PROFILE("done.profile"),
  USERNAME("done.username"),
  PASSWORD("done.password"),
  VERIFICATION_SENT("done.verification_sent"),
  EMAIL_CHANGE_SENT("done.email_change_sent"),
  AUTHENTICATOR_REMOVED("done.authenticator_removed"),
  PASSKEY_ADDED("done.passkey_added"),
  PASSKEY_RENAMED("done.passkey_renamed"),
  PASSKEY_REMOVED("done.passkey_removed"),
  SESSION_ENDED("done.session_ended"),
  OTHER_SESSIONS_ENDED("done.other_sessions_ended"),
  ACCESS_REMOVED("done.access_removed"),
  LINKED("done.linked"),
  UNLINKED("done.unlinked"),
  CONNECTION_SHOWN("done.connection_shown"),
  CONNECTION_HIDDEN("done.connection_hidden"),
  APPLICATION_SAVED("done.application_saved"),
  ICON("done.icon"),
  ICON_REMOVED("done.icon_removed"),
  REDIRECT_URI_ADDED("done.redirect_uri_added"),
  REDIRECT_URI_REMOVED("done.redirect_uri_removed"),
  CLIENT_TYPE("done.client_type"),
  KEYS_SAVED("done.keys_saved"),
  KEYS_REMOVED("done.keys_removed"),
  DEMANDS("done.demands"),
  SECRET_RETIRED("done.secret_retired"),
  BOT_SAVED("done.bot_saved"),
  BOT_AVATAR("done.bot_avatar"),
  BOT_AVATAR_REMOVED("done.bot_avatar_removed"),
  BOT_RULES("done.bot_rules"),
  TRANSFER_OFFERED("done.transfer_offered"),
  TRANSFER_WITHDRAWN("done.transfer_withdrawn"),
  TRANSFER_ACCEPTED("done.transfer_accepted"),
  TRANSFER_DECLINED("done.transfer_declined"),
  APPLICATION_DELETED("done.application_deleted");

  private final String key;

  Done(String key) {
    this.key = key;
  }

  /** What is meant by a value; empty when nothing is. */
  public static Optional<Done> of(String value) {
    for (Done done : values()) {
      if (done.value().equals(value)) {
        return Optional.of(done);
      }
    }
    return Optional.empty();
  }

  /** As an address has it, such as {@code avatar_removed}. */
  String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The page of a section that says so. */
  public String on(Section section) {
    return on(section.path());
  }

  /** A page, by its path, that says so. */
  public String on(String path) {
    return path + "?done=" + value();
  }

  /** The line that says so. */
  public Notice notice() {
    return Notice.done(key);
  }
}
