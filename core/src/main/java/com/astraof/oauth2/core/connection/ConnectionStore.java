package com.astraof.oauth2.core.connection;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;

/** Where connections live. An outside account has at most one user. */
public interface ConnectionStore {
  /** In the order in which they were linked. */
  List<Connection> of(UserId user);

  /** Audited where anything new is linked. */
  Linking link(UserId user, OutsideAccount account, int most, Act act);

  /** Audited; nothing happens when it is not this user's. */
  void unlink(UserId user, String type, String id, Act act);

  /** Nothing happens when it is not this user's. */
  void show(UserId user, String type, String id, Visibility visibility);

  /** What {@link #link} found. */
  enum Linking {
    LINKED,
    /** It was this user's already; it goes by the name that it has now. */
    KNOWN,
    /** It is somebody else's, and stays so. */
    TAKEN,
    TOO_MANY
  }
}
