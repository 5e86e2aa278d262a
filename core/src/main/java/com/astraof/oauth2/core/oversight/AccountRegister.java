package com.astraof.oauth2.core.oversight;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.leaving.Block;
import com.astraof.oauth2.core.leaving.Standing;
import java.util.List;
import java.util.Optional;

/** The accounts of people, as the operator goes through them. Erased ones are in it no more. */
public interface AccountRegister {
  /** So many whose ids come after this one, by id. */
  List<Entry> after(UserId id, int most);

  Optional<Entry> find(UserId id);

  /**
   * Closes the account, and ends its sessions and the access of all apps, all in one. Its
   * applications go on.
   *
   * @return false, and nothing written, when it was blocked before
   */
  boolean block(UserId user, Block block, Act act);

  /** Opens it again; false when it was not blocked. What ended does not come back. */
  boolean unblock(UserId user, Act act);

  /**
   * Ends all sessions.
   *
   * @param apps whether all apps lose their access as well
   */
  void signOut(UserId user, boolean apps, Act act);

  /**
   * @param secondFactor whether signing in takes one
   */
  record Entry(User user, Standing standing, boolean secondFactor) {}
}
