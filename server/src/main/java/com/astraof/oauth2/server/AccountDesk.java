package com.astraof.oauth2.server;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.oversight.AccountRegister;
import com.astraof.oauth2.core.oversight.AccountRegister.Entry;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where the commands look at accounts and decide about them, beside a running server. */
final class AccountDesk {
  private final Installation installation;

  AccountDesk(Installation installation) {
    this.installation = installation;
  }

  /** Reads. */
  void read(Consumer<Storage> work) {
    open(
        Storage::reading,
        storage -> {
          work.accept(storage);
          return true;
        });
  }

  /** Changes something. */
  <T> T decide(Function<Storage, T> work) {
    return open(Storage::existing, work);
  }

  private <T> T open(Function<DatabaseAddress, Storage> opening, Function<Storage, T> work) {
    try (var storage = opening.apply(installation.data().database())) {
      return work.apply(storage);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  /** A person of this name; bots have applications. */
  static Entry find(String name, Storage storage) {
    AccountRegister register = storage.accountRegister();
    return UserNames.find(name, storage.users())
        .flatMap(user -> register.find(user.id()))
        .orElseThrow(() -> UserNames.unknown(name));
  }

  static Act act() {
    return new Act(new Who.Operator(), Place.TERMINAL, Surroundings.real().clock().instant());
  }
}
