package com.astraof.oauth2.core.insight;

import com.astraof.oauth2.core.protocol.OAuthError;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A cause with what it names, in the order that {@link Cause} tells. */
public record Reason(Cause cause, List<Detail> details) {
  public Reason {
    details = List.copyOf(details);
  }

  public static Reason of(Cause cause, Detail... details) {
    return new Reason(cause, List.of(details));
  }

  /** Where the sender was told all that there is to say. */
  public static Reason told(OAuthError error) {
    return of(Cause.AS_TOLD, new Detail.Text(error.description()));
  }

  public static Reason naming(Cause cause, String... texts) {
    return new Reason(cause, List.of(texts).stream().<Detail>map(Detail.Text::new).toList());
  }

  public static Reason counting(Cause cause, long... counts) {
    return new Reason(cause, Arrays.stream(counts).<Detail>mapToObj(Detail.Count::new).toList());
  }

  /** Between two moments, in whole seconds. */
  public static Reason after(Cause cause, Instant from, Instant to) {
    return counting(cause, Math.max(0, Duration.between(from, to).toSeconds()));
  }

  public static Reason at(Cause cause, Instant at) {
    return of(cause, new Detail.Moment(at));
  }
}
