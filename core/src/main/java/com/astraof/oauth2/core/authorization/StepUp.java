package com.astraof.oauth2.core.authorization;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.authentication.AuthenticationClass;
import com.astraof.oauth2.core.factor.TwoFactor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session is as recent and as strong as an app wants it, and what its user can do about
 * it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9470#section-5">RFC 9470 §5</a>
 */
public final class StepUp {
  private final TwoFactor factors;
  private final SignInProofs proofs;

  public StepUp(TwoFactor factors, SignInProofs proofs) {
    this.factors = factors;
    this.proofs = proofs;
  }

  public Missing missing(AuthorizationRequest request, Session session, Instant now) {
    SignInWish wish = request.interaction().signIn();
    Optional<AuthenticationClass> wanted =
        wish.classes().stream().filter(one -> canReach(session, one)).findFirst();
    if (wanted.isEmpty() && !wish.classes().isEmpty()) {
      return Missing.MEANS;
    }
    if (!isRecent(request, session, now)) {
      return session.user().isUnclaimed() ? Missing.MEANS : Missing.SIGN_IN;
    }
    return wanted.isEmpty() || session.signIn().meets(wanted.get())
        ? Missing.NOTHING
        : Missing.SECOND_FACTOR;
  }

  private boolean canReach(Session session, AuthenticationClass wanted) {
    return session.signIn().meets(wanted) || factors.of(session.user().id()).areOn();
  }

  private boolean isRecent(AuthorizationRequest request, Session session, Instant now) {
    SignInWish wish = request.interaction().signIn();
    Instant at = session.signIn().at();
    boolean isByItself =
        wish.isForThisRequest()
            ? isAfterPush(request.pushed(), at)
            : wish.maxAge() == null || !now.isAfter(at.plus(wish.maxAge()));
    return isByItself || proofs.isProved(request, session.token(), now);
  }

  /** When a pushed request began, the server itself knows. */
  private static boolean isAfterPush(AuthorizationRequest.@Nullable Pushed pushed, Instant at) {
    return pushed != null && at.isAfter(pushed.at());
  }

  /** What stands between a session and what the app wants. */
  public enum Missing {
    NOTHING,
    /** Its user has to sign in anew. */
    SIGN_IN,
    /** The user has one, and did not use it. */
    SECOND_FACTOR,
    /** The account has nothing yet by which it could be done. */
    MEANS
  }
}
