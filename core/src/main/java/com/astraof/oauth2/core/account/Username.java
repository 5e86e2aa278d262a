package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.secret.Entropy;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name in {@code name#0001}: contract 1.6. */
public record Username(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_]{1,32}");
  private static final Pattern SEPARATORS = Pattern.compile("[ .\\-]");
  private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9_]");
  private static final Set<String> RESERVED = Set.of("everyone", "here");
  private static final int LONGEST = 32;

  /** Why this cannot be a username, for whoever chose it; empty when it can. */
  public static Optional<String> problemWith(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(text).matches()) {
      return Optional.of("A username has 1 to 32 letters a-z, digits and underscores.");
    }
    if (RESERVED.contains(lower) || lower.contains("astral")) {
      return Optional.of("This username is reserved.");
    }
    return Optional.empty();
  }

  /** A bot's username, made of its application's name (contract 2.4); empty when that cannot be. */
  public static Optional<Username> forBotOf(String applicationName) {
    return legal(from(applicationName, "bot_"));
  }

  /** A username made of a display name; empty when nothing of it is left. */
  public static Optional<Username> fromDisplayName(String text) {
    return legal(from(text, ""));
  }

  public static Username random(Entropy entropy) {
    return new Username(
        "user_"
            + Integer.toString(100_000 + entropy.below(900_000), 36)
            + Integer.toString(100_000 + entropy.below(900_000), 36));
  }

  private static Optional<Username> legal(Username name) {
    return Optional.of(name).filter(made -> problemWith(made.value).isEmpty());
  }

  private static Username from(String text, String prefix) {
    String underscored = SEPARATORS.matcher(text).replaceAll("_");
    String legal = ILLEGAL.matcher(underscored).replaceAll("");
    String name = legal.length() < 2 ? prefix + legal : legal;
    return new Username(name.substring(0, Math.min(name.length(), LONGEST)));
  }

  @Override
  public String toString() {
    return value;
  }
}
