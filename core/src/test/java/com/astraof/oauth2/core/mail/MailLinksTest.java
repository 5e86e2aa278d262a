package com.astraof.oauth2.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.mail.MailLink.Claim;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Property;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The links in mails. */
final class MailLinksTest {
  private static final Instant NOW = TestClock.START;
  private static final UserId ADA = new UserId(7);
  private static final SecretHash MARK = SecretHash.of(new Secret("mark"));
  private static final List<Claim> CLAIMS =
      List.of(
          new Claim.Verify(MARK),
          new Claim.Reset(MARK),
          new Claim.Change(MARK, "ada@elsewhere.example"),
          new Claim.WayBack(NOW));

  private final SeededEntropy entropy = new SeededEntropy(1);
  private final MailLinks links =
      new MailLinks(MasterKeys.of(MasterKey.generate(entropy)), entropy);

  @Test
  void what_was_sealed_is_read_again() {
    for (Claim claim : CLAIMS) {
      MailLink link = links.open(links.seal(ADA, claim, NOW), NOW).orElseThrow();

      assertThat(link.user()).isEqualTo(ADA);
      assertThat(link.claim()).isEqualTo(claim);
    }
  }

  @Test
  @Attack("U-10")
  void each_lives_for_its_own_time() {
    var lives =
        List.of(
            Duration.ofHours(24), Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7));
    for (int i = 0; i < CLAIMS.size(); i++) {
      String text = links.seal(ADA, CLAIMS.get(i), NOW);
      Instant end = NOW.plus(lives.get(i));

      assertThat(links.open(text, end.minusMillis(1))).isPresent();
      assertThat(links.open(text, end)).isEmpty();
    }
  }

  @Test
  @Attack("U-10")
  void two_links_for_the_same_are_two_uses() {
    var one = links.open(links.seal(ADA, CLAIMS.getFirst(), NOW), NOW).orElseThrow();
    var other = links.open(links.seal(ADA, CLAIMS.getFirst(), NOW), NOW).orElseThrow();

    assertThat(one.once()).isNotEqualTo(other.once());
  }

  @Test
  @Attack("U-10")
  void a_changed_link_and_anything_else_is_none() {
    String text = links.seal(ADA, CLAIMS.get(1), NOW);
    Property.forAll(
        1_000,
        gen -> {
          assertThat(links.open(gen.mutated(text), NOW)).isEmpty();
          assertThat(links.open(gen.garbage(), NOW)).isEmpty();
        });
  }
}
