package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Detail;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightStore;
import com.astraof.oauth2.core.insight.InsightStore.ApplicationDay;
import com.astraof.oauth2.core.insight.InsightStore.Refused;
import com.astraof.oauth2.core.insight.Insights;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.insight.Tally;
import com.astraof.oauth2.core.protocol.OAuthError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every engine must do for {@link InsightStore}. */
abstract class InsightStoreContract extends StoreContract {
  private static final ApplicationId ONE = new ApplicationId(100);
  private static final ApplicationId OTHER = new ApplicationId(200);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private InsightStore insights() {
    return storage().insights();
  }

  private void count(LocalDate day, Tally tally) {
    insights().add(Map.of(new ApplicationDay(ONE, day), tally), List.of());
  }

  private static Refused refusal(ApplicationId application, long second) {
    var reason =
        Reason.of(
            Cause.CODE_REPLAYED,
            new Detail.Count(second),
            new Detail.Moment(NOON),
            new Detail.Text("nine; 9\n✦"));
    var error = OAuthError.Code.INVALID_GRANT;
    return new Refused(
        application, new Refusal(NOON.plusSeconds(second), Door.TOKEN, error, reason));
  }

  @Test
  void counts_of_a_day_add_up_and_an_old_day_gives_its_place_to_a_new_one() {
    count(TODAY, new Tally(1, 2, 3));
    count(TODAY, new Tally(10, 20, 30));
    count(TODAY.minusDays(29), new Tally(7, 0, 0));
    count(TODAY.minusDays(32), new Tally(99, 0, 0));

    var days = insights().read(ONE, TODAY).days();

    assertThat(days).hasSize(30);
    assertThat(days.getFirst())
        .isEqualTo(new Insights.Day(TODAY.minusDays(29), new Tally(7, 0, 0)));
    assertThat(days.getLast()).isEqualTo(new Insights.Day(TODAY, new Tally(11, 22, 33)));
    assertThat(insights().read(OTHER, TODAY).days())
        .extracting(Insights.Day::tally)
        .containsOnly(Tally.NONE);
  }

  @Test
  void of_the_refusals_the_last_hundred_stay_the_newest_first() {
    insights().add(Map.of(), List.of(refusal(OTHER, 1)));
    insights().add(Map.of(), LongStream.range(0, 250).mapToObj(i -> refusal(ONE, i)).toList());

    var kept = insights().read(ONE, TODAY).refusals();

    assertThat(kept).hasSize(100);
    assertThat(kept.getFirst()).isEqualTo(refusal(ONE, 249).refusal());
    assertThat(kept.getLast()).isEqualTo(refusal(ONE, 150).refusal());
    assertThat(insights().read(OTHER, TODAY).refusals())
        .containsExactly(refusal(OTHER, 1).refusal());
  }
}
