package com.astraof.oauth2.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.faults.check.Act.Approve;
import com.astraof.oauth2.faults.check.Act.Call;
import com.astraof.oauth2.faults.check.Act.Exchange;
import com.astraof.oauth2.faults.check.Act.Introspect;
import com.astraof.oauth2.faults.check.Act.Refresh;
import com.astraof.oauth2.faults.check.Act.Register;
import com.astraof.oauth2.faults.check.Act.Rename;
import com.astraof.oauth2.faults.check.Act.Reuse;
import com.astraof.oauth2.faults.check.Act.Revoke;
import com.astraof.oauth2.faults.check.Act.SignIn;
import com.astraof.oauth2.faults.check.Act.SignOut;
import com.astraof.oauth2.faults.check.Act.Visit;
import com.astraof.oauth2.faults.check.Act.Withdraw;
import com.astraof.oauth2.faults.check.Outcome.Accepted;
import com.astraof.oauth2.faults.check.Outcome.Improper;
import com.astraof.oauth2.faults.check.Outcome.Refused;
import com.astraof.oauth2.faults.check.Outcome.Unanswered;
import com.astraof.oauth2.faults.check.Outcome.Unavailable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Histories made by hand: what the rules let pass, and what they find. */
final class CheckerTest {
  private static final String LOST = new NothingLost().promise();
  private static final String ENDED = new EndedStaysEnded().promise();
  private static final String ACCOUNTS = new AccountsKept().promise();
  private static final String TWICE = new CodesOpenOnce().promise();
  private static final String FORK = new OneSuccessor().promise();
  private static final String ERRORS = new ProperErrors().promise();
  private static final String AGAIN = new ServedAgain().promise();
  private static final String SERVED = new AlwaysServed().promise();

  private static final Outcome YES = new Accepted("");
  private static final Outcome NO = new Refused("no");
  private static final Outcome SILENCE = new Unanswered();

  private final History history = new History();
  private long now;

  /** A grant with one refresh behind it. */
  @BeforeEach
  void begin() {
    then(new Approve("ada", "g"), YES);
    then(new Exchange("g"), new Accepted("r0"));
    then(new Refresh("g", "r0"), new Accepted("r1"));
  }

  private void then(Act act, Outcome outcome) {
    then(0, act, outcome);
  }

  /** A millisecond after what came before, and answered in another one. */
  private void then(int node, Act act, Outcome outcome) {
    long sent = now + TimeUnit.MILLISECONDS.toNanos(1);
    now = sent + TimeUnit.MILLISECONDS.toNanos(1);
    history.add(new Event(1, node, act, sent, now, outcome));
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void isFine() {
    assertThat(Checker.ofFaults().check(history).broken()).isEmpty();
  }

  private void breaks(String promise) {
    assertThat(Checker.ofFaults().check(history).broken()).containsExactly(promise);
  }

  @Test
  void a_quiet_life_is_fine() {
    then(new Call("g"), YES);
    then(1, new Introspect("g"), YES);
    then(new Refresh("g", "r1"), new Accepted("r2"));
    then(new Revoke("g"), YES);
    then(new Call("g"), NO);
    then(1, new Refresh("g", "r2"), NO);

    isFine();
  }

  @Test
  void a_code_that_opens_twice_is_found() {
    then(new Exchange("g"), new Accepted("r9"));

    breaks(TWICE);
  }

  @Test
  void a_repeated_refresh_gives_the_same_or_is_found() {
    then(1, new Refresh("g", "r0"), new Accepted("r1"));
    isFine();

    then(1, new Refresh("g", "r0"), new Accepted("r2"));
    breaks(FORK);
  }

  @Test
  void a_refresh_that_is_not_there_any_more_is_found() {
    then(new Refresh("g", "r1"), NO);

    breaks(LOST);
  }

  @Test
  void an_access_token_that_is_refused_without_a_reason_is_found() {
    then(1, new Call("g"), NO);

    breaks(LOST);
  }

  @Test
  void a_consent_that_is_not_there_any_more_is_found() {
    then(new Approve("ada", "h"), YES);
    then(new Exchange("h"), NO);

    breaks(LOST);
  }

  @Test
  void what_got_no_answer_may_have_happened_or_not() {
    then(new Revoke("g"), SILENCE);
    then(new Call("g"), NO);
    then(1, new Call("g"), YES);
    then(new Refresh("g", "r1"), new Unavailable());
    then(new Refresh("g", "r1"), NO);

    isFine();
  }

  @Test
  void an_exchange_that_got_no_answer_may_have_been_the_one() {
    then(new Approve("ada", "h"), YES);
    then(new Exchange("h"), SILENCE);
    then(new Exchange("h"), NO);

    isFine();
  }

  @Test
  void a_refresh_that_is_still_under_way_may_look_stolen_when_it_arrives() {
    then(new Refresh("g", "r1"), SILENCE);
    then(1, new Refresh("g", "r1"), new Accepted("r2"));
    then(1, new Refresh("g", "r2"), new Accepted("r3"));
    then(1, new Refresh("g", "r3"), NO);

    isFine();
  }

  @Test
  void a_revocation_binds_its_own_node_at_once() {
    then(0, new Revoke("g"), YES);
    then(0, new Call("g"), YES);

    breaks(ENDED);
  }

  @Test
  void a_revocation_binds_other_nodes_after_a_second() {
    then(0, new Revoke("g"), YES);
    then(1, new Call("g"), YES);
    pass(900);
    then(1, new Call("g"), YES);
    isFine();

    pass(200);
    then(1, new Call("g"), YES);
    breaks(ENDED);
  }

  @Test
  void a_revocation_binds_refresh_tokens_everywhere_at_once() {
    then(0, new Revoke("g"), YES);
    then(1, new Refresh("g", "r1"), new Accepted("r2"));

    breaks(ENDED);
  }

  @Test
  void a_request_that_was_sent_before_the_acknowledgement_may_be_accepted_after_it() {
    long sent = now + 1;
    then(new Revoke("g"), YES);
    history.add(new Event(2, 0, new Call("g"), sent, now + 5, YES));

    isFine();
  }

  @Test
  void a_replay_and_a_reuse_end_the_grant() {
    then(new Exchange("g"), NO);
    then(new Call("g"), YES);
    breaks(ENDED);
  }

  @Test
  void a_reuse_ends_the_grant() {
    then(new Refresh("g", "r1"), new Accepted("r2"));
    then(new Reuse("g"), NO);
    then(new Refresh("g", "r2"), new Accepted("r3"));

    breaks(ENDED);
  }

  @Test
  void access_that_was_taken_back_ends_what_was_approved_before_and_nothing_after() {
    then(new Withdraw("ada"), YES);
    then(new Approve("ada", "h"), YES);
    then(new Exchange("h"), new Accepted("s0"));
    then(new Call("h"), YES);
    then(new Call("g"), NO);
    isFine();

    then(new Call("h"), NO);
    breaks(LOST);
  }

  @Test
  void access_that_was_taken_back_is_over_where_that_was_said() {
    then(new Withdraw("ada"), YES);
    then(new Call("g"), YES);

    breaks(ENDED);
  }

  @Test
  void an_account_that_is_gone_is_found() {
    then(new Register("grace"), YES);
    then(new SignIn("grace", "s"), NO);

    breaks(ACCOUNTS);
  }

  @Test
  void a_session_lives_until_it_is_ended() {
    then(new SignIn("grace", "s"), YES);
    then(new Visit("grace", "s"), new Accepted("Grace"));
    then(new SignOut("grace", "s"), YES);
    then(1, new Visit("grace", "s"), NO);
    isFine();

    then(1, new Visit("grace", "s"), new Accepted("Grace"));
    breaks(ACCOUNTS);
  }

  @Test
  void a_session_that_is_gone_is_found() {
    then(new SignIn("grace", "s"), YES);
    then(new Visit("grace", "s"), NO);

    breaks(ACCOUNTS);
  }

  @Test
  void a_name_is_the_last_one_acknowledged_or_one_that_came_since() {
    then(new Rename("grace", "A"), YES);
    then(new Rename("grace", "B"), YES);
    then(new Rename("grace", "C"), SILENCE);
    then(new Visit("grace", "s"), new Accepted("B"));
    then(new Visit("grace", "s"), new Accepted("C"));
    isFine();

    then(new Visit("grace", "s"), new Accepted("A"));
    breaks(ACCOUNTS);
  }

  @Test
  void an_improper_error_is_found() {
    then(new Call("g"), new Improper("500"));

    breaks(ERRORS);
  }

  @Test
  void silence_is_found_once_nothing_is_broken() {
    then(new Call("g"), SILENCE);
    history.mended(now);
    then(new Call("g"), YES);
    isFine();

    then(new Call("g"), new Unavailable());
    breaks(AGAIN);
  }

  @Test
  void maintenance_may_break_connections_and_nothing_else() {
    var checker = Checker.ofMaintenance();
    then(new Call("g"), SILENCE);
    then(new Call("g"), YES);
    assertThat(checker.check(history).broken()).isEmpty();

    then(new Call("g"), new Unavailable());
    assertThat(checker.check(history).broken()).containsExactly(SERVED);
  }

  @Test
  void a_code_that_a_lost_request_took_is_a_failure_of_maintenance() {
    then(new Approve("ada", "h"), YES);
    then(new Exchange("h"), SILENCE);
    then(new Exchange("h"), NO);

    assertThat(Checker.ofMaintenance().check(history).broken()).containsExactly(SERVED);
  }
}
