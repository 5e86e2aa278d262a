package com.astraof.oauth2.core.connection;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.connection.ConnectionStore.Linking;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;

/** The outside accounts of a user. Nobody has more than {@value #MOST}. */
public final class Connections {
  public static final int MOST = 20;

  private final ConnectionStore store;

  public Connections(ConnectionStore store) {
    this.store = store;
  }

  /** For the user. */
  public List<Connection> of(UserId user) {
    return store.of(user);
  }

  /** For an app that the user lets see connections. */
  public List<Connection> visibleOf(UserId user) {
    return store.of(user).stream().filter(Connection::isVisible).toList();
  }

  /**
   * @param account just proved to be the user's
   */
  public Linking link(UserId user, OutsideAccount account, Act act) {
    return store.link(user, account, MOST, act);
  }

  public void unlink(UserId user, String type, String id, Act act) {
    store.unlink(user, type, id, act);
  }

  public void show(UserId user, String type, String id, Visibility visibility) {
    store.show(user, type, id, visibility);
  }
}
