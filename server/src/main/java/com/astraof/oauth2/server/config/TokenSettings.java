package com.astraof.oauth2.server.config;

import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.grant.Lifetimes.Grace;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How long tokens live, and how strict proofs of possession are.
 *
 * @param dpopNonce whether each proof carries a nonce of ours (RFC 9449 §8)
 */
public record TokenSettings(Lifetimes lifetimes, boolean dpopNonce) {
  public static final TokenSettings DOCUMENTED = new TokenSettings(Lifetimes.DOCUMENTED, false);

  private static final Duration LONGEST_CODE = Duration.ofMinutes(10);

  /**
   * @param problems to which whatever cannot be used is added
   */
  static TokenSettings read(Function<Setting, String> values, List<String> problems) {
    var durations = new Durations(values, problems);
    var lifetimes =
        new Lifetimes(
            durations.of(Setting.CODE_LIFETIME),
            durations.of(Setting.ACCESS_LIFETIME),
            durations.of(Setting.REFRESH_IDLE_LIFETIME),
            durations.of(Setting.REFRESH_TOTAL_LIFETIME),
            new Grace(
                durations.of(Setting.REFRESH_GRACE), durations.of(Setting.REFRESH_GRACE_PUBLIC)));
    if (lifetimes.code().compareTo(LONGEST_CODE) > 0) {
      problems.add("code-lifetime is 10 minutes at most (RFC 6749 §4.1.2).");
    }
    if (lifetimes.refreshIdle().compareTo(lifetimes.refreshTotal()) > 0) {
      problems.add("refresh-idle-lifetime is no longer than refresh-total-lifetime.");
    }
    return new TokenSettings(lifetimes, isOn(Setting.DPOP_NONCE, values, problems));
  }

  private static boolean isOn(
      Setting setting, Function<Setting, String> values, List<String> problems) {
    String text = values.apply(setting);
    if (!text.equals("on") && !text.equals("off")) {
      problems.add(setting.key() + " is on or off: " + text);
    }
    return text.equals("on");
  }
}
