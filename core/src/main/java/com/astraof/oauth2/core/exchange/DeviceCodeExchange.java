package com.astraof.oauth2.core.exchange;

import static com.astraof.oauth2.core.exchange.TokenOutcome.invalidGrant;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Demand;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.device.DeviceAuthorization;
import com.astraof.oauth2.core.device.DeviceAuthorization.Decision;
import com.astraof.oauth2.core.device.DeviceAuthorizationStore;
import com.astraof.oauth2.core.device.DeviceCodes;
import com.astraof.oauth2.core.device.PollingPace;
import com.astraof.oauth2.core.ending.Endings;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.grant.GrantStore;
import com.astraof.oauth2.core.grant.GrantStore.Opening;
import com.astraof.oauth2.core.insight.Cause;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.protocol.TokenRequest;
import com.astraof.oauth2.core.token.TokenIssuer;
import java.time.Instant;

/**
 * Tells a waiting device how it stands, and once, after a yes, gives it tokens.
 *
 * <p>Opening the grant is the single-use gate, as with codes. A later poll does not end it: devices
 * are told to ask again and again, so a second poll is no sign of a thief (decision 13).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628 §3.5</a>
 */
public final class DeviceCodeExchange {
  private final DeviceCodes codes;
  private final DeviceAuthorizationStore authorizations;
  private final PollingPace pace;
  private final GrantStore grants;
  private final Endings endings;
  private final TokenIssuer tokens;

  public DeviceCodeExchange(
      DeviceCodes codes,
      DeviceAuthorizationStore authorizations,
      PollingPace pace,
      GrantStore grants,
      Endings endings,
      TokenIssuer tokens) {
    this.codes = codes;
    this.authorizations = authorizations;
    this.pace = pace;
    this.grants = grants;
    this.endings = endings;
    this.tokens = tokens;
  }

  TokenOutcome exchange(Requester requester, TokenRequest.Device request, Act act) {
    Application application = requester.application();
    if (application.demands(Demand.FAPI)) {
      return refused(
          Code.UNAUTHORIZED_CLIENT,
          "The application binds itself to FAPI 2.0, which has no device authorization.");
    }
    var claim = codes.read(request.deviceCode()).orElse(null);
    // Nobody is told whether a code that is not theirs is somebody else's.
    if (claim == null || !claim.application().equals(application.id())) {
      return invalidGrant(
          Cause.DEVICE_CODE_UNKNOWN,
          "The device_code is not one of yours. Start again on the device.");
    }
    if (!act.at().isBefore(claim.expiresAt())) {
      return expired(claim.id());
    }
    // One that is gone before its time has expired by another node's clock.
    return authorizations
        .find(claim.id())
        .filter(found -> !found.startedAt().isBefore(application.oversight().validFrom()))
        .filter(found -> !endings.reach(found.startedAt()))
        .map(authorization -> answer(requester, authorization, act.at()))
        .orElseGet(() -> expired(claim.id()));
  }

  private TokenOutcome answer(Requester requester, DeviceAuthorization authorization, Instant now) {
    return switch (authorization.decision()) {
      case Decision.Pending() -> pending(authorization.id(), now);
      case Decision.Denied() -> {
        pace.forget(authorization.id());
        yield new TokenOutcome.Refused(
            OAuthError.of(Code.ACCESS_DENIED, "The user said no."), Reason.of(Cause.USER_REFUSED));
      }
      case Decision.Approved approved -> {
        pace.forget(authorization.id());
        yield open(requester, grant(authorization, approved, now), now);
      }
    };
  }

  private TokenOutcome pending(GrantId id, Instant now) {
    return pace.isTooFast(id, now)
        ? refused(Code.SLOW_DOWN, "Wait 5 seconds longer before each poll from now on.")
        : refused(Code.AUTHORIZATION_PENDING, "The user has not decided yet. Ask again.");
  }

  private static Grant grant(
      DeviceAuthorization authorization, Decision.Approved approved, Instant now) {
    return Grant.opened(
        authorization.id(),
        approved.user(),
        authorization.application(),
        authorization.scopes(),
        approved.approval(),
        now);
  }

  private TokenOutcome open(Requester requester, Grant grant, Instant now) {
    return switch (grants.open(grant)) {
      case Opening.Opened(var opened) ->
          new TokenOutcome.Issued(
              tokens.issue(opened, opened.scopes(), requester.binding(), now), null);
      case Opening.AlreadyOpen _ ->
          invalidGrant(
              Cause.DEVICE_CODE_USED,
              "The device_code has fetched its tokens already. Start again.");
      case Opening.ConsentWithdrawn() ->
          invalidGrant(
              Cause.CONSENT_WITHDRAWN, "The user has taken the approval back. Ask for it again.");
    };
  }

  private TokenOutcome expired(GrantId id) {
    pace.forget(id);
    return new TokenOutcome.Refused(
        OAuthError.of(
            Code.EXPIRED_TOKEN, "The device_code has expired. Start again on the device."),
        Reason.of(Cause.DEVICE_CODE_EXPIRED));
  }

  private static TokenOutcome refused(Code code, String description) {
    return new TokenOutcome.Refused(OAuthError.of(code, description));
  }
}
