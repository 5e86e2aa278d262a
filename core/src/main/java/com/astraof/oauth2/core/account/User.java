package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user: a person or a bot.
 *
 * @param email null for bots and unclaimed accounts
 */
public record User(
    UserId id, Tag tag, Profile profile, @Nullable Email email, boolean isBot, Instant createdAt) {

  public static User person(
      UserId id, Tag tag, @Nullable String globalName, @Nullable Email email, Instant now) {
    return new User(id, tag, new Profile(globalName, null), email, false, now);
  }

  public static User bot(UserId id, Username name, int discriminator, Instant now) {
    return new User(id, new Tag(name, discriminator), new Profile(null, null), null, true, now);
  }

  /** What people call this user. */
  public String displayName() {
    return profile.globalName() == null ? tag.username().value() : profile.globalName();
  }

  /** Without an address and password an account may do less (contract 4). */
  public boolean isUnclaimed() {
    return !isBot && email == null;
  }

  /**
   * Username and discriminator, together unique without regard to case.
   *
   * @param discriminator 0 to 9999
   */
  public record Tag(Username username, int discriminator) {
    /** Always four digits. */
    public String digits() {
      return String.format(Locale.ROOT, "%04d", discriminator);
    }

    @Override
    public String toString() {
      return username + "#" + digits();
    }
  }

  /**
   * @param globalName the display name; null when none was chosen
   * @param avatar hash of the picture; null when there is none
   */
  public record Profile(@Nullable String globalName, @Nullable String avatar) {}

  /**
   * @param verified whether its owner has proved to read it
   */
  public record Email(String address, boolean verified) {}
}
