package com.astraof.oauth2.server;

import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.Overseer;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.util.function.Function;

/** Where the commands look at applications and decide about them, beside a running server. */
final class ApplicationDesk {
  private final Installation installation;

  ApplicationDesk(Installation installation) {
    this.installation = installation;
  }

  /** Reads. */
  <T> T read(Function<ApplicationStore, T> work) {
    return look(storage -> work.apply(storage.applications()));
  }

  /** Reads more than applications. */
  <T> T look(Function<Storage, T> work) {
    try (var storage = Storage.reading(installation.data().database())) {
      return work.apply(storage);
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  /** Changes something. */
  Overseer.Outcome decide(Function<Overseer, Overseer.Outcome> work) {
    try (var storage = Storage.existing(installation.data().database())) {
      return work.apply(new Overseer(storage.applications(), new SystemEntropy()));
    } catch (StoreUnavailable e) {
      throw new CannotStart(e.getMessage() + ".", e);
    }
  }

  static ApplicationId id(String text) {
    return ApplicationId.parse(text).orElseThrow(() -> unknown(text));
  }

  static CannotStart unknown(Object id) {
    return new CannotStart("There is no application " + id + ": see astral application list.");
  }
}
