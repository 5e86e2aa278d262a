package com.astraof.oauth2.server.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the operator's collector. What it does not take is dropped, for the next is coming;
 * that is said once, and once when it takes them again.
 */
final class Collector implements SpanExporter {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger("astral.traces");

  private final SpanExporter way;
  private final AtomicBoolean isReached = new AtomicBoolean(true);

  private Collector(SpanExporter way) {
    this.way = way;
  }

  static Collector at(URI address) {
    return new Collector(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(address.toString())
            .setConnectTimeout(PATIENCE.dividedBy(2))
            .setTimeout(PATIENCE)
            .setRetryPolicy(null)
            .build());
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = way.export(spans);
    return result.whenComplete(() -> tell(result.isSuccess()));
  }

  private void tell(boolean isTaken) {
    if (isReached.getAndSet(isTaken) == isTaken) {
      return;
    }
    if (isTaken) {
      log.info("The collector takes traces again");
    } else {
      log.warn(
          "The collector at traces-endpoint takes no traces: they are dropped until it does, and"
              + " requests are answered as ever");
    }
  }

  @Override
  public CompletableResultCode flush() {
    return way.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return way.shutdown();
  }
}
