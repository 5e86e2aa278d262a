package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.http.HttpServer;
import com.astraof.oauth2.server.http.Routes;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.Deque;

/** A running server: the composition root. */
public final class Astral implements AutoCloseable {
  private final DataFolder folder;
  private final Storage storage;
  private final Core core;
  private final Routes routes;
  private final HttpServer http;

  private Astral(DataFolder folder, Storage storage, Core core, Routes routes, HttpServer http) {
    this.folder = folder;
    this.storage = storage;
    this.core = core;
    this.routes = routes;
    this.http = http;
  }

  /**
   * Starts everything, or nothing.
   *
   * @throws CannotStart with the reason in words for the operator
   */
  public static Astral start(Settings settings, Surroundings world) {
    var started = new Started();
    try {
      var folder = started.keep(DataFolder.open(settings.data().folder()));
      MasterKey master = folder.masterKey(settings, world.entropy());
      var storage = started.keep(Storage.sqlite(settings.data().database()));
      var core = new Core(storage, master, settings, world);
      var routes = RouteTable.of(core, settings, master, world);
      var http = HttpServer.start(settings.listener(), routes, world.clock(), world.entropy());

      return new Astral(folder, storage, core, routes, http);
    } catch (WrongMasterKey e) {
      started.close();
      throw new CannotStart("The master key is not the one that this database was made with.", e);
    } catch (StoreUnavailable e) {
      started.close();
      throw new CannotStart("The database cannot be used: " + e.getMessage(), e);
    } catch (HttpServer.PortTaken e) {
      started.close();
      throw new CannotStart(e.getMessage() + ": the port is taken. Choose another with --port.", e);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** Where it listens, also when any free port was asked for. */
  public int port() {
    return http.port();
  }

  Core core() {
    return core;
  }

  Routes routes() {
    return routes;
  }

  /** Finishes what is under way, then the writes, then lets the folder go. */
  @Override
  public void close() {
    http.close();
    storage.close();
    folder.close();
  }

  /** What has been started so far, to be undone should the rest fail. */
  private static final class Started {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T part) {
      parts.push(part);
      return part;
    }

    void close() {
      for (AutoCloseable part : parts) {
        try {
          part.close();
        } catch (Exception e) {
          throw new IllegalStateException("Undoing a failed start failed too", e);
        }
      }
    }
  }
}
