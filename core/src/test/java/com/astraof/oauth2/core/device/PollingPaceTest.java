package com.astraof.oauth2.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollingPaceTest {
  private final GrantId device = GrantId.generate(new SeededEntropy(1));
  private final GrantId other = GrantId.generate(new SeededEntropy(2));
  private final TestClock clock = new TestClock();
  private final PollingPace pace = new PollingPace();

  private boolean isTooFastAfter(String pause) {
    return pace.isTooFast(device, clock.advance(Duration.parse(pause)));
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void the_first_poll_may_come_at_once_and_others_every_five_seconds() {
    assertThat(isTooFastAfter("PT0S")).isFalse();
    assertThat(isTooFastAfter("PT5S")).isFalse();
    assertThat(isTooFastAfter("PT4.6S")).as("the network gained a little").isFalse();
    assertThat(isTooFastAfter("PT4.4S")).isTrue();
  }

  @Test
  @Rfc(value = 8628, section = "3.5")
  void each_poll_that_comes_too_soon_adds_five_seconds_for_good() {
    isTooFastAfter("PT0S");
    assertThat(isTooFastAfter("PT1S")).isTrue();
    assertThat(isTooFastAfter("PT10S")).isFalse();
    assertThat(isTooFastAfter("PT9S")).isTrue();
    assertThat(isTooFastAfter("PT15S")).isFalse();
    assertThat(isTooFastAfter("PT14S")).isTrue();
  }

  @Test
  void each_device_has_a_pace_of_its_own_and_is_forgotten() {
    isTooFastAfter("PT0S");

    assertThat(pace.isTooFast(other, clock.instant())).isFalse();
    pace.forget(device);
    assertThat(isTooFastAfter("PT0S")).isFalse();
  }
}
