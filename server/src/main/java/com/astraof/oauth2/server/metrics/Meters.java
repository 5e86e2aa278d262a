package com.astraof.oauth2.server.metrics;

import com.astraof.oauth2.core.account.PasswordHasher;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.count.Counts;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.factor.SignIns;
import com.astraof.oauth2.core.key.SigningKeys;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Routes;
import com.astraof.oauth2.server.limit.RateLimits;
import com.astraof.oauth2.server.mail.Postman;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Every meter by its name, in one place; {@code docs/operate/watching.md} says what each means. No
 * label has a value that a stranger chooses, or that names anybody.
 */
public final class Meters implements Endpoint, AutoCloseable {
  static final String REQUESTS = "astral.http.requests";
  static final String TOKEN_REQUESTS = "astral.token.requests";
  static final String COMMIT_WRITES = "astral.commit.writes";
  static final String COMMIT_WAIT = "astral.commit.wait";
  private static final String REQUESTS_UNDER_WAY = "astral.http.requests.under.way";
  private static final String ENDINGS = "astral.endings";
  private static final String ENDINGS_SILENCE = "astral.endings.silence";
  private static final String SIGN_IN_STEPS = "astral.sign.in.steps";
  private static final String SESSIONS_OPENED = "astral.sessions.opened";
  private static final String PASSWORDS_RUNNING = "astral.passwords.running";
  private static final String PASSWORDS_WAITING = "astral.passwords.waiting";
  private static final String LIMITS_REACHED = "astral.limits.reached";
  private static final String MAILS = "astral.mails";
  private static final String MAILS_WAITING = "astral.mails.waiting";
  private static final String SIGNING_KEY_AGE = "astral.signing.key.age";

  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
  private static final double MILLIS_OF_A_SECOND = 1e3;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final InstantSource clock;
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final RequestMeters requests = new RequestMeters(registry);
  private final CommitMeters commits = new CommitMeters(registry);

  public Meters(InstantSource clock) {
    this.clock = clock;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /** Sees the answers of all routes. */
  public RequestMeters requests() {
    return requests;
  }

  /** Sees the commits of the storage. */
  public CommitMeters commits() {
    return commits;
  }

  public void watch(Routes routes) {
    gauge(REQUESTS_UNDER_WAY, "Requests being answered", routes, Routes::underWay);
  }

  public void watch(Endings endings) {
    counts(ENDINGS, "What ended here", "kind", endings.counts());
    seconds(
        ENDINGS_SILENCE,
        "Since the feed of endings last answered",
        endings,
        one -> one.silence(clock.instant()).toMillis() / MILLIS_OF_A_SECOND);
  }

  public void watch(SignIns signIns, Sessions sessions, PasswordHasher passwords) {
    counts(SIGN_IN_STEPS, "Steps of sign-ins", "result", signIns.counts());
    FunctionCounter.builder(SESSIONS_OPENED, sessions, Sessions::opened)
        .description("Sessions opened")
        .register(registry);
    gauge(PASSWORDS_RUNNING, "Passwords being hashed", passwords, PasswordHasher::running);
    gauge(PASSWORDS_WAITING, "Passwords waiting for that", passwords, PasswordHasher::waiting);
  }

  public void watch(RateLimits limits) {
    counts(LIMITS_REACHED, "Limits found used up", "limit", limits.reached());
  }

  public void watch(Postman postman) {
    counts(MAILS, "Tries to send a mail", "fate", postman.fates());
    gauge(MAILS_WAITING, "Mails in the queue of all nodes", postman, Postman::waiting);
  }

  public void watch(SigningKeys keys) {
    seconds(
        SIGNING_KEY_AGE,
        "Since the current signing key took over",
        keys,
        one -> one.age(clock.instant()).toMillis() / MILLIS_OF_A_SECOND);
  }

  private <T> void gauge(String name, String description, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private <T> void seconds(String name, String description, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value)
        .description(description)
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
  }

  private <K extends Enum<K>> void counts(
      String name, String description, String label, Counts<K> counts) {
    for (K kind : counts.kinds()) {
      FunctionCounter.builder(name, counts, one -> one.of(kind))
          .description(description)
          .tag(label, kind.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  /** {@code GET /metrics}, in the text format of Prometheus. */
  @Override
  public Reply answer(Call call) {
    return Reply.text(200, TEXT_FORMAT, registry.scrape());
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
