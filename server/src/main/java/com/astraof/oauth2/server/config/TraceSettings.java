package com.astraof.oauth2.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Whether requests are traced. */
public sealed interface TraceSettings {
  /** They are not. */
  record Off() implements TraceSettings {}

  /**
   * They are.
   *
   * @param collector takes OTLP over HTTP there
   * @param share of the requests, from 0 to 1
   */
  record To(URI collector, double share) implements TraceSettings {}

  /**
   * @param problems to which whatever cannot be used is added
   */
  static TraceSettings read(Function<Setting, String> values, List<String> problems) {
    double share = share(values.apply(Setting.TRACES_SHARE), problems);
    String endpoint = values.apply(Setting.TRACES_ENDPOINT);
    return endpoint.isEmpty() ? new Off() : to(endpoint, share, problems);
  }

  private static TraceSettings to(String endpoint, double share, List<String> problems) {
    try {
      URI collector = new URI(endpoint).parseServerAuthority();
      String scheme = String.valueOf(collector.getScheme()).toLowerCase(Locale.ROOT);
      boolean isPlain = collector.getRawUserInfo() == null && collector.getRawFragment() == null;
      if (Set.of("http", "https").contains(scheme) && collector.getHost() != null && isPlain) {
        return new To(collector, share);
      }
    } catch (URISyntaxException e) {
      // Told in the same words.
    }
    problems.add(
        "traces-endpoint is where a collector takes OTLP over HTTP, such as"
            + " http://collector:4318/v1/traces, without user and password.");
    return new Off();
  }

  private static double share(String text, List<String> problems) {
    if (text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
      return Double.parseDouble(text);
    }
    problems.add("traces-share is a number from 0 to 1, such as 0.05: " + text);
    return 1;
  }
}
