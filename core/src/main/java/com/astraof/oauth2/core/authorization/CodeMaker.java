package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.Lifetimes;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.token.AuthorizationCode;
import com.astraof.oauth2.core.token.Codes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a user has approved into a code. */
public final class CodeMaker {
  /** FAPI 2.0 Security Profile §5.3.2.1. */
  private static final Duration LONGEST_UNDER_FAPI = Duration.ofSeconds(60);

  private final Codes codes;
  private final Lifetimes lifetimes;
  private final Entropy entropy;

  public CodeMaker(Codes codes, Lifetimes lifetimes, Entropy entropy) {
    this.codes = codes;
    this.lifetimes = lifetimes;
    this.entropy = entropy;
  }

  /**
   * @param session in which it was approved
   * @param guild where the app's bot was added along the way; null when none was
   */
  Secret code(
      AuthorizationRequest request,
      Session session,
      Scopes granted,
      Consent consent,
      @Nullable GuildId guild,
      Instant now) {
    var recipient = Optional.ofNullable(request.recipient()).orElseThrow();
    var approval = new Approval(consent.since(), session.signIn());
    return codes.seal(
        new AuthorizationCode(
            GrantId.generate(entropy),
            session.user().id(),
            request.application().id(),
            granted,
            new AuthorizationCode.Binding(
                recipient.uri(), request.proof().challenge(), request.proof().key()),
            new AuthorizationCode.Validity(now, now.plus(lifetime(request)), approval),
            guild));
  }

  private Duration lifetime(AuthorizationRequest request) {
    boolean isShort = lifetimes.code().compareTo(LONGEST_UNDER_FAPI) <= 0;
    return isShort || !request.application().demands(Demand.FAPI)
        ? lifetimes.code()
        : LONGEST_UNDER_FAPI;
  }
}
