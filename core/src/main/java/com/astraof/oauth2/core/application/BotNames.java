package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.secret.Entropy;
import java.util.function.Predicate;

/** Finds a free name for the bot of a new application, after the application's own if it can. */
public final class BotNames {
  private static final int TRIES_UNDER_ITS_NAME = 20;
  private static final int TRIES = 40;

  private final Entropy entropy;

  public BotNames(Entropy entropy) {
    this.entropy = entropy;
  }

  /**
   * @param take whether the bot's name was free, and is taken now
   */
  public User of(Application application, Predicate<User> take) {
    for (int i = 0; i < TRIES; i++) {
      boolean underItsName = i < TRIES_UNDER_ITS_NAME;
      var name =
          Username.forBotOf(application.name())
              .filter(own -> underItsName)
              .orElseGet(() -> Username.random(entropy));
      var bot =
          User.bot(application.botUser(), name, entropy.below(10_000), application.createdAt());
      if (take.test(bot)) {
        return bot;
      }
    }
    throw new IllegalStateException("No free name for a bot in " + TRIES + " tries");
  }
}
