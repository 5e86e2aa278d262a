package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.view.Asked;
import com.astraof.oauth2.server.view.Decision;
import java.util.List;

/**
 * An app's request on its way to the one who decides.
 *
 * @param approved what this user has approved for the app before
 * @param decision what the answer will carry
 */
record Question(
    Visit visit, User user, AuthorizationRequest request, Scopes approved, Decision decision) {
  private static final Scopes BOT = Scopes.of(Scope.BOT, Scope.APPLICATIONS_COMMANDS);

  /** What would be allowed anew; all that is asked for where nothing of it is new. */
  List<Asked> fresh() {
    return asked(fromNew());
  }

  /** What is asked for and was approved before, where something else is new. */
  List<Asked> known() {
    return asked(scopes().minus(fromNew()));
  }

  private Scopes fromNew() {
    return approved.containsAll(scopes()) ? scopes() : scopes().minus(approved);
  }

  /** The bot is asked for in words of its own. */
  private Scopes scopes() {
    return request.scopes().minus(BOT);
  }

  private List<Asked> asked(Scopes scopes) {
    Scopes optional = request.wants().optional();
    return scopes.stream().map(scope -> new Asked(scope, optional.contains(scope))).toList();
  }
}
