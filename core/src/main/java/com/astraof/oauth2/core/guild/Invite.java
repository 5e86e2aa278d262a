package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets whoever knows the code into a guild.
 *
 * @param channel what it invites to
 * @param uses how many have come in by it
 */
public record Invite(
    String code, ChannelId channel, UserId inviter, Terms terms, Instant createdAt, int uses) {

  boolean isAlive(Instant now) {
    boolean isYoung = terms.maxAge().isZero() || now.isBefore(createdAt.plus(terms.maxAge()));
    return isYoung && (terms.maxUses() == 0 || uses < terms.maxUses());
  }

  /**
   * How long and how often it works.
   *
   * @param maxUses 0 for any number of times
   * @param maxAge zero for good
   * @param temporary whether it is meant for a visit and not to stay
   */
  public record Terms(int maxUses, Duration maxAge, boolean temporary) {
    private static final int MOST_USES = 100;
    private static final Duration OLDEST = Duration.ofDays(7);

    /** Why they cannot be, on the fields of contract 6. */
    List<FieldProblem> problems() {
      var problems = new ArrayList<FieldProblem>();
      if (maxUses < 0 || maxUses > MOST_USES) {
        problems.add(new FieldProblem("max_uses", "This is 0 to " + MOST_USES + "."));
      }
      if (maxAge.isNegative() || maxAge.compareTo(OLDEST) > 0) {
        problems.add(
            new FieldProblem("max_age", "This is 0 to " + OLDEST.toSeconds() + " seconds."));
      }
      return problems;
    }
  }
}
