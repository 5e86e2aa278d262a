package com.astraof.oauth2.server.trace;

import com.astraof.oauth2.server.http.Call;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a proxy of ours has begun; what else it says of that is left where it is.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context §3.2</a>
 */
final class Upstream implements TextMapGetter<Call> {
  private static final Upstream HEADER = new Upstream();

  private Upstream() {}

  /** Empty where no trace was begun, or none that can be read. */
  static Context of(Call call) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), call, HEADER);
  }

  @Override
  public @Nullable String get(@Nullable Call call, String key) {
    if (call == null || !key.equals(Call.TRACE_PARENT)) {
      return null;
    }
    List<String> values = call.headers().getOrDefault(key, List.of());
    return values.size() == 1 ? values.getFirst() : null;
  }
}
