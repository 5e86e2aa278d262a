package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.account.Username;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Named people and things for the contracts. */
final class Fixtures {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final UserId ADA = new UserId(1);
  static final ApplicationId APP = new ApplicationId(100);
  static final Scopes IDENTIFY = Scopes.of(Scope.IDENTIFY);

  static final Place HOME = new Place("192.0.2.7", new Device("Firefox", "Linux"));

  static final Authentication SIGN_IN =
      new Authentication(NOON.minusSeconds(600), SignInMethod.BY_CODE);

  private static final SeededEntropy ENTROPY = new SeededEntropy(1);

  private Fixtures() {}

  static Grant grant() {
    return Grant.opened(
        GrantId.generate(ENTROPY), ADA, APP, IDENTIFY, new Approval(NOON, SIGN_IN), NOON);
  }

  /** Ada does something at this instant. */
  static Act ada(Instant at) {
    return new Act(new Who.Person(ADA), HOME, at);
  }

  static AuditEvent event(Event what) {
    return AuditEvent.account(what, ADA, ada(NOON));
  }

  static User person(long id, String username, int discriminator, @Nullable String email) {
    return User.person(
        new UserId(id),
        new Tag(new Username(username), discriminator),
        "The " + username,
        email == null ? null : new Email(email, true),
        NOON);
  }
}
