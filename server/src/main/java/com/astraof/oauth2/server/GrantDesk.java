package com.astraof.oauth2.server;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.grant.GrantEnder;
import com.astraof.oauth2.core.grant.GrantRegister.Count;
import com.astraof.oauth2.core.grant.GrantRegister.Wanted;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the commands count and end grants, beside a running server. */
final class GrantDesk {
  /** So many sessions end in one transaction, while a server's own writes wait. */
  private static final int PORTION = 1_000;

  private final Installation installation;

  GrantDesk(Installation installation) {
    this.installation = installation;
  }

  Count count(GrantChoice choice, Instant now) {
    return work(
        Storage::reading,
        storage ->
            storage.grantRegister().count(wanted(choice, storage), installation.lifetimes(), now));
  }

  int revoke(GrantChoice choice) {
    return work(Storage::existing, storage -> ender(storage).revoke(wanted(choice, storage)));
  }

  /**
   * @param sessions whether they end as well
   * @return how many of them
   */
  int endBefore(Instant instant, boolean sessions) {
    return work(
        Storage::existing,
        storage -> {
          ender(storage).endBefore(instant);
          return sessions ? endSessions(storage, instant) : 0;
        });
  }

  /** The same for whatever has been issued. */
  int endAll(boolean sessions) {
    return work(
        Storage::existing,
        storage -> {
          Instant anew = ender(storage).endAll();
          return sessions ? endSessions(storage, anew) : 0;
        });
  }

  static int endSessions(Storage storage, Instant before) {
    int ended = 0;
    int portion;
    do {
      portion = storage.sessions().endOpenedBefore(before, PORTION);
      ended += portion;
    } while (portion == PORTION);
    return ended;
  }

  private static GrantEnder ender(Storage storage) {
    return new GrantEnder(storage.grantRegister(), Surroundings.real().clock());
  }

  private <T> T work(Function<DatabaseAddress, Storage> opening, Function<Storage, T> work) {
    try (var storage = opening.apply(installation.data().database())) {
      return work.apply(storage);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  private static Wanted wanted(GrantChoice choice, Storage storage) {
    return new Wanted(
        user(choice.user(), storage), application(choice.application(), storage), choice.before());
  }

  private static @Nullable UserId user(@Nullable String text, Storage storage) {
    if (text == null) {
      return null;
    }
    return UserNames.find(text, storage.users())
        .map(User::id)
        .orElseThrow(() -> UserNames.unknown(text));
  }

  private static @Nullable ApplicationId application(@Nullable String text, Storage storage) {
    if (text == null) {
      return null;
    }
    return storage
        .applications()
        .find(ApplicationDesk.id(text))
        .map(Application::id)
        .orElseThrow(() -> ApplicationDesk.unknown(text));
  }
}
