package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.UserStore;
import com.astraof.oauth2.core.account.UserStore.Login;
import com.astraof.oauth2.core.id.UserId;
import java.util.Optional;

/** How the operator names somebody: by username and number, id or e-mail address. */
final class UserNames {
  /** As the help has it. */
  static final String LABEL = "NAME#0000|ID|E-MAIL";

  private UserNames() {}

  static Optional<User> find(String text, UserStore users) {
    return Tag.parse(text)
        .flatMap(users::find)
        .or(() -> UserId.parse(text).flatMap(users::find))
        .or(() -> users.findLogin(text).map(Login::user));
  }

  static CannotStart unknown(String text) {
    return new CannotStart("Nobody is called " + text + " here: see astral account list.");
  }
}
