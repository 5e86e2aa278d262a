package com.astraof.oauth2.server.trace;

import com.astraof.oauth2.core.delay.Delay;
import com.astraof.oauth2.core.delay.DelayWatch;
import com.astraof.oauth2.server.config.Settings;
import com.astraof.oauth2.server.config.TraceSettings;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.http.Witness;
import com.astraof.oauth2.storage.DatabaseAddress;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes a span of each request, and one below it of each delay. They wait in a bounded queue for a
 * thread that sends them on, and are dropped when it is full: no request waits for them.
 */
public final class Traces implements Witness, DelayWatch, AutoCloseable {
  private static final String NAME = "astral-oauth2";
  private static final int MOST_WAITING = 8_192;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FOR_THE_LAST = Duration.ofSeconds(3);

  /** The one that this thread answers. What is done for none, as the rounds are, has no span. */
  private static final ScopedValue<Context> REQUEST = ScopedValue.newInstance();

  private final SdkTracerProvider provider;
  private final Spans spans;

  private Traces(SdkTracerProvider provider, Spans spans) {
    this.provider = provider;
    this.spans = spans;
  }

  /** Empty where none are wanted; then nothing is made. */
  public static Optional<Traces> start(Settings settings, String version) {
    return switch (settings.outside().traces()) {
      case TraceSettings.Off() -> Optional.empty();
      case TraceSettings.To to -> {
        var provider = provider(to, version);
        String scheme = settings.isHttps() ? "https" : "http";
        var spans = new Spans(provider.get(NAME), scheme, engine(settings.data().database()));
        yield Optional.of(new Traces(provider, spans));
      }
    };
  }

  private static SdkTracerProvider provider(TraceSettings.To settings, String version) {
    var queue =
        BatchSpanProcessor.builder(Collector.at(settings.collector()))
            .setMaxQueueSize(MOST_WAITING)
            .setScheduleDelay(PAUSE)
            .setExporterTimeout(Collector.PATIENCE)
            .build();
    var us =
        Attributes.of(
            AttributeKey.stringKey("service.name"),
            NAME,
            AttributeKey.stringKey("service.version"),
            version);
    return SdkTracerProvider.builder()
        .setResource(Resource.getDefault().merge(Resource.create(us)))
        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.share())))
        .addSpanProcessor(queue)
        .build();
  }

  private static String engine(DatabaseAddress address) {
    return switch (address) {
      case DatabaseAddress.Sqlite _ -> "sqlite";
      case DatabaseAddress.Postgres _ -> "postgresql";
    };
  }

  /** The answer is remarked with the name of its trace, unless that is not one of the share. */
  @Override
  public Reply during(Call call, String route, Supplier<Reply> answer) {
    Span span = spans.of(call, route);
    try {
      Reply reply = ScopedValue.where(REQUEST, Context.root().with(span)).call(answer::get);
      Spans.answered(span, reply.status());
      var trace = span.getSpanContext();
      return trace.isSampled() ? reply.remark("trace", trace.getTraceId()) : reply;
    } finally {
      span.end();
    }
  }

  /** Nothing is left to be seen: the span has ended with the answer. */
  @Override
  public void saw(Answered answered) {}

  @Override
  public <T> T during(Delay delay, Supplier<T> work) {
    if (!REQUEST.isBound()) {
      return work.get();
    }
    Span span = spans.of(delay, REQUEST.get());
    try {
      return work.get();
    } catch (RuntimeException e) {
      Spans.failed(span, e);
      throw e;
    } finally {
      span.end();
    }
  }

  /** Sends what still waits, for a bounded time. */
  @Override
  public void close() {
    var _ = provider.shutdown().join(FOR_THE_LAST.toMillis(), TimeUnit.MILLISECONDS);
  }
}
