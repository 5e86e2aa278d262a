package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.protocol.OAuthError;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalItemTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource
  void every_cause_has_words(Cause cause) {
    var reason = Reason.counting(cause, 3, 5);

    assertThat(RefusalItem.sentence(reason, WORDS)).isNotBlank().doesNotContain("{2}");
  }

  @ParameterizedTest
  @EnumSource
  void every_door_has_words(Door door) {
    var refusal =
        new Refusal(
            Instant.EPOCH, door, OAuthError.Code.INVALID_GRANT, Reason.of(Cause.CODE_UNKNOWN));

    assertThat(new RefusalItem(refusal).door(WORDS)).isNotBlank();
  }

  @Test
  void seconds_are_counted_as_people_do() {
    assertThat(RefusalItem.sentence(Reason.counting(Cause.CODE_EXPIRED, 0), WORDS))
        .isEqualTo("The code came just too late.");
    assertThat(RefusalItem.sentence(Reason.counting(Cause.CODE_EXPIRED, 1), WORDS))
        .isEqualTo("The code came a second too late.");
    assertThat(RefusalItem.sentence(Reason.counting(Cause.CODE_EXPIRED, 70), WORDS))
        .isEqualTo("The code came 70 seconds too late.");
  }
}
