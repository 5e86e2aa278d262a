package com.astraof.oauth2.core.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.factor.SignIns.Outcome;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.leaving.Closure;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.mail.MailLinks;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Instant;
import java.util.List;

/** What people bring back to us through a form or a mail: only what was made here is one. */
final class TicketsFuzzTest extends FuzzTest {
  private static final Instant NOW = TestClock.START;
  private static final SecretHash DOOR = SecretHash.of(new Secret("a door"));
  private static final User ADA =
      User.person(new UserId(7), new Tag(new Username("ada"), 1), null, null, NOW);

  private final SeededEntropy entropy = new SeededEntropy(3);
  private final MasterKeys masters = MasterKeys.of(MasterKey.generate(entropy));
  private final SignInTickets signIn = new SignInTickets(masters, entropy);
  private final ReturnTickets returning = new ReturnTickets(masters, entropy);
  private final MailLinks links = new MailLinks(masters, entropy);
  private final List<String> genuine =
      List.of(
          signIn.issue(ADA, DOOR, false, NOW),
          returning.issue(
              new Outcome.Closed(ADA.id(), SignInMethod.BY_CODE, new Closure(NOW, null)),
              DOOR,
              NOW),
          links.seal(ADA.id(), new Claim.Change(DOOR, "ada@elsewhere.example"), NOW),
          links.seal(ADA.id(), new Claim.WayBack(NOW), NOW));

  @Override
  protected List<byte[]> seeds() {
    return texts(
        genuine.get(0), genuine.get(1), genuine.get(2), genuine.get(3), "", "AQ", "A".repeat(90));
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    boolean isOne =
        signIn.open(text, DOOR, NOW).isPresent()
            || returning.open(text, DOOR, NOW).isPresent()
            || links.open(text, NOW).isPresent();
    if (isOne) {
      assertThat(genuine).contains(text);
    }
  }
}
