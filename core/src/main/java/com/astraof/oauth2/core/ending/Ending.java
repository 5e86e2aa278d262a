package com.astraof.oauth2.core.ending;

import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Instant;

/** Something whose access tokens are void from now on, however long they would have lived. */
public sealed interface Ending {
  Instant at();

  /** One grant was revoked. */
  record OfGrant(GrantId grant, Instant at) implements Ending {}

  /**
   * A user took an app's access back.
   *
   * @param through the consent that was taken back, and with it every earlier one: its instant, as
   *     {@code Consent#since()}
   */
  record OfConsent(UserId user, ApplicationId application, Instant through, Instant at)
      implements Ending {}

  /**
   * An application was deleted, disabled, or let begin anew.
   *
   * @param validFrom what was issued to it before is void; {@link Instant#MAX} for all there is
   */
  record OfApplication(ApplicationId application, Instant validFrom, Instant at) implements Ending {
    /** All there is. */
    public OfApplication(ApplicationId application, Instant at) {
      this(application, Instant.MAX, at);
    }
  }

  /**
   * The operator ended whatever was issued to anybody before.
   *
   * @param issuedBefore grants that were opened earlier have ended, codes that are older too
   * @param at so have all access tokens from before this instant, whenever their grant was opened;
   *     those of a grant that lives are fetched anew
   */
  record OfEverything(Instant issuedBefore, Instant at) implements Ending {
    static final OfEverything NEVER = new OfEverything(Instant.EPOCH, Instant.EPOCH);

    OfEverything and(OfEverything other) {
      return new OfEverything(later(issuedBefore, other.issuedBefore), later(at, other.at));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
