package com.astraof.oauth2.server.config;

import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Rate;
import com.astraof.oauth2.server.limit.Rates;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rates such as {@code login=20/10s, client=6000/60s}. */
final class RatesReader {
  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,6})/([1-9][0-9]{0,4})([smh])");
  private static final Map<String, Duration> UNITS =
      Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));
  private static final Duration LONGEST = Duration.ofDays(1);

  private RatesReader() {}

  static Rates read(boolean enforced, String text, List<String> problems) {
    var chosen = new EnumMap<Limit, Rate>(Limit.class);
    for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] parts = entry.strip().split("\\s*=\\s*", 2);
      Optional<Limit> limit = Limit.named(parts[0]);
      Optional<Rate> rate = parts.length < 2 ? Optional.empty() : rate(parts[1]);
      if (limit.isEmpty()) {
        problems.add("limits has an unknown name: " + parts[0]);
      } else if (rate.isEmpty()) {
        problems.add(
            "limits takes requests/window, such as 20/10s, 5/15m or 10/1h: " + entry.strip());
      } else if (chosen.put(limit.get(), rate.get()) != null) {
        problems.add("limits names it twice: " + parts[0]);
      }
    }
    return new Rates(enforced, chosen);
  }

  private static Optional<Rate> rate(String text) {
    Matcher matcher = RATE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Duration unit = UNITS.getOrDefault(matcher.group(3), Duration.ZERO);
    Duration window = unit.multipliedBy(Long.parseLong(matcher.group(2)));
    return window.compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(new Rate(Integer.parseInt(matcher.group(1)), window));
  }
}
