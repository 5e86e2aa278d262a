package com.astraof.oauth2.server;

import com.astraof.oauth2.core.delay.DelayWatch;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.health.DatabaseProbe;
import com.astraof.oauth2.server.health.Health;
import com.astraof.oauth2.server.http.Bounds;
import com.astraof.oauth2.server.http.HttpServer;
import com.astraof.oauth2.server.http.Routes;
import com.astraof.oauth2.server.http.Witness;
import com.astraof.oauth2.server.metrics.Meters;
import com.astraof.oauth2.server.trace.Traces;
import com.astraof.oauth2.storage.Listening;
import com.astraof.oauth2.storage.Patience;
import com.astraof.oauth2.storage.Storage;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: the composition root. */
public final class Astral implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Astral.class);

  /** What a command or another node does to the signing keys is felt after so long. */
  private static final Duration ROUND = Duration.ofSeconds(5);

  /** There is time: what is swept has waited for days. */
  private static final Duration SWEEP = Duration.ofMinutes(10);

  /** So much of what owners see of their apps is lost at kill -9. */
  private static final Duration NOTES = Duration.ofSeconds(2);

  /** What several nodes let through is known to all of them after so long. */
  private static final Duration LIMITS_ROUND = Duration.ofSeconds(1);

  /** Some of them may fail before the lease is over. */
  private static final Duration LEASE_ROUND = Duration.ofSeconds(20);

  /** So long a mail waits for the one who is waiting for it. */
  private static final Duration MAIL_ROUND = Duration.ofSeconds(1);

  /** So long a database server is waited for that starts with this one. */
  private static final Duration TO_COME_UP = Duration.ofMinutes(1);

  private final DataFolder folder;
  private final Storage storage;
  private final Core core;
  private final InstantSource clock;
  private final Routes routes;
  private final HttpServer http;
  private final Management management;
  private final Optional<Traces> traces;
  private final Post post;
  private final Chores chores;
  private final List<Rounds> rounds;
  private final Listening listening;

  private Astral(
      DataFolder folder,
      Storage storage,
      Core core,
      Surroundings world,
      Routes routes,
      HttpServer http,
      Management management,
      Optional<Traces> traces,
      Post post) {
    this.folder = folder;
    this.storage = storage;
    this.core = core;
    this.clock = world.clock();
    this.routes = routes;
    this.http = http;
    this.management = management;
    this.traces = traces;
    this.post = post;
    this.chores = new Chores(core, clock);
    var endings = Rounds.every(world.heartbeat(), "endings", this::followEndings);
    this.listening = storage.onEnding(endings::wake, log::info);
    this.rounds =
        List.of(
            Rounds.every(ROUND, "signing-keys", this::keepKeys),
            endings,
            // By itself, so that it does not wait with the feed for a database that hangs.
            Rounds.every(world.heartbeat(), "rows", this::lookAgain),
            Rounds.every(MAIL_ROUND, "mail", this::sendMail),
            Rounds.every(LEASE_ROUND, "node-lease", core.node::renew),
            Rounds.every(NOTES, "insights", core.insights::write),
            Rounds.portions(LIMITS_ROUND, "limits", this::exchangeLimits),
            Rounds.portions(SWEEP, "sweeping", chores::sweep));
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
      Restore.refuseUnfinished(settings.data());
      var patience = new Patience(TO_COME_UP, log::info);
      var meters = started.keep(new Meters(world.clock()));
      var traces = Traces.start(settings, Main.Version.text()).map(started::keep);
      var data = settings.data();
      var opened =
          started.keep(Storage.open(data.database(), patience, meters.commits(), data.older()));
      var storage = traces.map(opened::watchedBy).orElse(opened);
      MasterKeys masters =
          new MasterKeyFiles(settings.data().folder(), settings.keys())
              .orFirst(storage.signingKeys().all().isEmpty(), world.entropy());
      DelayWatch watch = traces.<DelayWatch>map(one -> one).orElse(DelayWatch.NOBODY);
      var core = new Core(storage, masters, settings, world, watch);
      var post = Post.of(core, settings, world);
      var counting = Witness.log().and(meters.requests());
      var witness = traces.map(counting::and).orElse(counting);
      var routes = RouteTable.of(core, settings, masters, world, post.carrier(), witness);
      watch(core, routes, post, meters);
      var health = new Health(new DatabaseProbe(storage::schema), core.keys, core.endings);
      var management = started.keep(Management.start(settings.management(), health, meters, world));
      var http = listen(settings, routes, world);

      return new Astral(folder, storage, core, world, routes, http, management, traces, post);
    } catch (WrongMasterKey e) {
      started.close();
      throw CannotStart.wrongMasterKey(e);
    } catch (StoreUnavailable e) {
      started.close();
      throw new CannotStart("The database cannot be used: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static HttpServer listen(Settings settings, Routes routes, Surroundings world) {
    var bounds = Bounds.USUAL.drainingFor(settings.management().drainTime());
    try {
      return HttpServer.start(settings.listener(), bounds, routes, world.clock(), world.entropy());
    } catch (HttpServer.PortTaken e) {
      throw CannotStart.portTaken(e, "--port");
    }
  }

  private static void watch(Core core, Routes routes, Post post, Meters meters) {
    meters.watch(routes);
    meters.watch(core.endings);
    meters.watch(core.signIns, core.sessions, core.passwords);
    meters.watch(core.limits);
    meters.watch(core.keys);
    meters.watch(post.postman());
  }

  /** Where it listens, also when any free port was asked for. */
  public int port() {
    return http.port();
  }

  /** Where the operator's door is; empty where there is none. */
  public Optional<Integer> managementPort() {
    return management.port();
  }

  Core core() {
    return core;
  }

  Routes routes() {
    return routes;
  }

  /** Makes the signing key that is due and reads what others made; done every few seconds. */
  public void keepKeys() {
    chores.keepKeys();
    core.keys.refresh();
  }

  /** Takes away what has waited for long enough; done every some minutes. */
  public void sweep() {
    chores.sweep();
  }

  /** Learns what others have ended; done twice a second, and when one of them tells. */
  public void followEndings() {
    lookAgain();
    core.endings.follow(clock.instant());
  }

  /** Reads anew what it has in memory of users and apps; done twice a second. */
  public void lookAgain() {
    storage.forgetRows();
  }

  /** Tells other nodes how much was let through, and hears it of them; done every second. */
  public boolean exchangeLimits() {
    return core.sharedCounts.exchange(clock.instant());
  }

  /** Writes what owners may know of how their apps fare; done every two seconds. */
  public void writeInsights() {
    core.insights.write();
  }

  /** Sends the mails that are due; done every second. */
  public void sendMail() {
    post.postman().goRound();
  }

  /**
   * Says that it is not ready any more, takes no more requests, finishes what is under way, then
   * the writes, then lets the folder go. All of that has its bounds.
   */
  @Override
  public void close() {
    http.drain();
    management.drain();
    http.close();
    listening.close();
    rounds.forEach(Rounds::close);
    core.insights.write();
    giveLeasesUp();
    storage.close();
    traces.ifPresent(Traces::close);
    management.close();
    folder.close();
  }

  private void giveLeasesUp() {
    try {
      core.chores.release();
      core.node.release();
    } catch (StoreUnavailable e) {
      log.info("What this node holds stays held until its leases are over");
    }
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
