package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;

/**
 * What is asked for at almost every request. All of it is forgotten at once: whenever this process
 * has written something of which nobody has said that it leaves these rows as they are, and now and
 * then because others may have.
 */
final class Remembered {
  private static final int MOST = 10_000;

  private final Rows<UserId, User> users;
  private final Rows<UserId, Factors> factors;
  private final Rows<ApplicationId, Application> applications;

  private Remembered(int most) {
    this.users = new Rows<>(most);
    this.factors = new Rows<>(most);
    this.applications = new Rows<>(most);
  }

  static Remembered some() {
    return new Remembered(MOST);
  }

  /** For commands, which nobody tells to forget. */
  static Remembered nothing() {
    return new Remembered(0);
  }

  Rows<UserId, User> users() {
    return users;
  }

  Rows<UserId, Factors> factors() {
    return factors;
  }

  Rows<ApplicationId, Application> applications() {
    return applications;
  }

  void forget() {
    users.forget();
    factors.forget();
    applications.forget();
  }
}
