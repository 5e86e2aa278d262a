package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.account.User.Profile;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing to be changed about a user, a person or a bot. Nothing of it has been checked. */
public sealed interface AccountEdit {
  /** Why it cannot be, on its field of contract 1.6. */
  Optional<FieldProblem> problem();

  /** {@code username}: brings a new discriminator, unless only the case of letters changes. */
  record Rename(String username) implements AccountEdit {
    @Override
    public Optional<FieldProblem> problem() {
      return Username.problemWith(username).map(why -> new FieldProblem("username", why));
    }
  }

  /** {@code discriminator}: one to four digits. */
  record Renumber(String digits) implements AccountEdit {
    @Override
    public Optional<FieldProblem> problem() {
      return digits.matches("[0-9]{1,4}")
          ? Optional.empty()
          : Optional.of(new FieldProblem("discriminator", "A discriminator is 0 to 9999."));
    }
  }

  /** {@code global_name}; null for none. */
  record ShowAs(@Nullable String globalName) implements ProfileEdit {
    @Override
    public Optional<FieldProblem> problem() {
      return Optional.ofNullable(globalName)
          .flatMap(DisplayName::problemWith)
          .map(why -> new FieldProblem("global_name", why));
    }

    @Override
    public Profile applyTo(Profile profile) {
      return profile.withGlobalName(globalName == null ? null : DisplayName.clean(globalName));
    }
  }

  /** {@code bio}; null for none. */
  record Describe(@Nullable String bio) implements ProfileEdit {
    private static final int LONGEST = 1_024;

    @Override
    public Optional<FieldProblem> problem() {
      return tooLong("bio", bio, LONGEST);
    }

    @Override
    public Profile applyTo(Profile profile) {
      return profile.withBio(bio);
    }
  }

  /** {@code pronouns}; null for none. */
  record Pronouns(@Nullable String text) implements ProfileEdit {
    private static final int LONGEST = 40;

    @Override
    public Optional<FieldProblem> problem() {
      return tooLong("pronouns", text, LONGEST);
    }

    @Override
    public Profile applyTo(Profile profile) {
      return profile.withPronouns(text);
    }
  }

  /** {@code locale}: a language of ours; null leaves it to the browser. */
  record Speak(@Nullable String tag) implements ProfileEdit {
    @Override
    public Optional<FieldProblem> problem() {
      return tag == null || Language.of(tag).isPresent()
          ? Optional.empty()
          : Optional.of(new FieldProblem("locale", "Astral speaks en and ru."));
    }

    @Override
    public Profile applyTo(Profile profile) {
      return profile.withLanguage(Optional.ofNullable(tag).flatMap(Language::of).orElse(null));
    }
  }

  /** {@code avatar}: the hash of a picture that is stored; null for none. */
  record Avatar(@Nullable String hash) implements ProfileEdit {
    @Override
    public Optional<FieldProblem> problem() {
      return Optional.empty();
    }

    @Override
    public Profile applyTo(Profile profile) {
      return profile.withAvatar(hash);
    }
  }

  /** {@code banner}: the hash of a picture that is stored; null for none. */
  record Banner(@Nullable String hash) implements ProfileEdit {
    @Override
    public Optional<FieldProblem> problem() {
      return Optional.empty();
    }

    @Override
    public Profile applyTo(Profile profile) {
      return profile.withBanner(hash);
    }
  }

  /** Changes nothing but the profile. */
  sealed interface ProfileEdit extends AccountEdit {
    Profile applyTo(Profile profile);
  }

  private static Optional<FieldProblem> tooLong(String path, @Nullable String text, int longest) {
    boolean fits = text == null || text.codePointCount(0, text.length()) <= longest;
    return fits
        ? Optional.empty()
        : Optional.of(new FieldProblem(path, "This may have at most " + longest + " characters."));
  }
}
