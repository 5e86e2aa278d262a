package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user: a person or a bot.
 *
 * @param email null for bots and unclaimed accounts
 */
public record User(
    UserId id, Tag tag, Profile profile, @Nullable Email email, boolean isBot, History history) {

  public static User person(
      UserId id, Tag tag, @Nullable String globalName, @Nullable Email email, Instant now) {
    var profile = Profile.EMPTY.withGlobalName(globalName);
    return new User(id, tag, profile, email, false, new History(now, null, 0));
  }

  public static User bot(UserId id, Username name, int discriminator, Instant now) {
    var tag = new Tag(name, discriminator);
    return new User(id, tag, Profile.EMPTY, null, true, new History(now, null, 0));
  }

  public Instant createdAt() {
    return history.createdAt();
  }

  public User with(Tag newTag) {
    return new User(id, newTag, profile, email, isBot, history);
  }

  public User with(Profile newProfile) {
    return new User(id, tag, newProfile, email, isBot, history);
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
    private static final Pattern SHAPE = Pattern.compile("([^#]+)#([0-9]{4})");

    /** Reads {@code name#0001}; empty for anything else. */
    public static Optional<Tag> parse(String text) {
      Matcher matcher = SHAPE.matcher(text);
      return matcher.matches() && Username.problemWith(matcher.group(1)).isEmpty()
          ? Optional.of(new Tag(new Username(matcher.group(1)), Integer.parseInt(matcher.group(2))))
          : Optional.empty();
    }

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
   * What a user tells about themselves; null for what they do not.
   *
   * @param globalName the display name
   * @param avatar hash of the picture
   * @param banner hash of the picture
   * @param language what to speak to them; null is left to their browser
   */
  public record Profile(
      @Nullable String globalName,
      @Nullable String avatar,
      @Nullable String banner,
      @Nullable String bio,
      @Nullable String pronouns,
      @Nullable Language language) {
    public static final Profile EMPTY = new Profile(null, null, null, null, null, null);

    public Profile withGlobalName(@Nullable String name) {
      return new Profile(name, avatar, banner, bio, pronouns, language);
    }

    public Profile withAvatar(@Nullable String hash) {
      return new Profile(globalName, hash, banner, bio, pronouns, language);
    }

    public Profile withBanner(@Nullable String hash) {
      return new Profile(globalName, avatar, hash, bio, pronouns, language);
    }

    public Profile withBio(@Nullable String text) {
      return new Profile(globalName, avatar, banner, text, pronouns, language);
    }

    public Profile withPronouns(@Nullable String text) {
      return new Profile(globalName, avatar, banner, bio, text, language);
    }

    public Profile withLanguage(@Nullable Language chosen) {
      return new Profile(globalName, avatar, banner, bio, pronouns, chosen);
    }
  }

  /**
   * @param verified whether its owner has proved to read it
   */
  public record Email(String address, boolean verified) {}

  /**
   * How the record came to be what it is.
   *
   * @param passwordChangedAt null when it is the first, or there is none
   * @param version counts the changes; a change is made to the version that it was decided on
   */
  public record History(Instant createdAt, @Nullable Instant passwordChangedAt, int version) {}
}
