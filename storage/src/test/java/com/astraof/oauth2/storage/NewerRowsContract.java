package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.APP;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.ada;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Door;
import com.astraof.oauth2.core.insight.InsightStore.Refused;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import com.astraof.oauth2.core.mail.Mail;
import com.astraof.oauth2.core.mail.QueuedMail;
import com.astraof.oauth2.core.protocol.OAuthError;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A newer build beside this one writes words that this one does not know. */
abstract class NewerRowsContract extends StoreContract {
  private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);

  private void signedInThrice() {
    for (int i = 0; i < 3; i++) {
      storage().audit().add(AuditEvent.account(Event.SIGNED_IN, ADA, ada(NOON)));
    }
  }

  @Test
  void what_happened_there_is_left_out_of_the_audit_log_and_ends_no_page_of_it() {
    signedInThrice();
    change("update audit_log set event = 'BEAMED_UP' where id = (select max(id) from audit_log)");

    var exported = new ArrayList<AuditLog.Entry>();
    storage().audit().export(NOON, exported::add);

    assertThat(exported).hasSize(2);
    assertThat(storage().audit().of(ADA, Long.MAX_VALUE, 2)).hasSize(2);
  }

  @Test
  void its_mails_are_left_to_it() {
    var ours = new Mail.Reset("ada@example.org", NOON);
    storage().mails().add(ours);
    storage().mails().add(new Mail.Tell(ADA, "ada@example.org", Event.SIGNED_IN, null, null, NOON));
    storage().mails().add(new Mail.Reset("bob@example.org", NOON));
    change("update mails set event = 'BEAMED_UP' where kind = 'TELL'");
    change("update mails set kind = 'POSTCARD' where recipient = 'bob@example.org'");

    assertThat(storage().mails().due(NOON, 10)).extracting(QueuedMail::mail).containsExactly(ours);
    assertThat(storage().mails().waiting()).isEqualTo(3);
  }

  @Test
  void its_reasons_are_left_out_of_the_insights() {
    var reason = Reason.of(Cause.CODE_REPLAYED);
    var refusal = new Refusal(NOON, Door.TOKEN, OAuthError.Code.INVALID_GRANT, reason);
    storage()
        .insights()
        .add(Map.of(), List.of(new Refused(APP, refusal), new Refused(APP, refusal)));
    change("update refusals set reason = 'LOST_IN_SPACE' where number = 0");

    assertThat(storage().insights().read(APP, TODAY).refusals()).containsExactly(refusal);
  }
}
