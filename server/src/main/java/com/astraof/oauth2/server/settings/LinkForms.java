package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.connection.Connections;
import com.astraof.oauth2.core.connection.LinkAttempts;
import com.astraof.oauth2.core.connection.OutsideAccount;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.connection.Answer;
import com.astraof.oauth2.server.connection.Provider;
import com.astraof.oauth2.server.connection.Services;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.NotLinked;
import com.astraof.oauth2.server.view.Section;
import java.util.Optional;

/** Linking an account at another service: off to it, and back with a code. */
public final class LinkForms {
  private final Connections connections;
  private final LinkAttempts attempts;
  private final Services services;

  public LinkForms(Connections connections, LinkAttempts attempts, Services services) {
    this.connections = connections;
    this.attempts = attempts;
    this.services = services;
  }

  /** {@code POST /settings/connections/link}. */
  public Reply begin(SettingsVisit visit, Parameters form) {
    Optional<Provider> chosen = form.optional("type").flatMap(services.providers()::find);
    if (chosen.isEmpty()) {
      return notLinked(NotLinked.UNKNOWN, "");
    }
    Provider provider = chosen.get();
    var attempt = attempts.begin(visit.session(), provider.type(), visit.call().now());
    return Reply.seeOther(services.client().authorizationAddress(provider, attempt)).noStore();
  }

  /**
   * {@code GET /settings/connections/callback/{type}}. Whose answer it is comes first: nothing in
   * it counts before its state was found to be this session's, which ends the attempt.
   */
  public Reply finish(SettingsVisit visit) {
    Optional<Provider> asked = services.providers().find(visit.call().variable("type"));
    if (asked.isEmpty()) {
      return notLinked(NotLinked.UNKNOWN, "");
    }
    Provider provider = asked.get();
    Parameters query = visit.call().query().withoutRepetition();
    var state = new Secret(query.optional("state").orElse(""));
    var verifier =
        attempts.finish(state, visit.session(), provider.type(), visit.call().now()).orElse(null);
    if (verifier == null) {
      return notLinked(NotLinked.STALE, provider.type());
    }
    Optional<String> code = query.optional("code").filter(_ -> query.optional("error").isEmpty());
    return code.isPresent()
        ? link(visit, provider, services.client().account(provider, code.get(), verifier))
        : withoutCode(provider, query.optional("error").orElse(""));
  }

  private static Reply withoutCode(Provider provider, String error) {
    var why = error.equals("access_denied") ? NotLinked.DECLINED : NotLinked.REFUSED;
    return notLinked(why, provider.type());
  }

  private Reply link(SettingsVisit visit, Provider provider, Answer answer) {
    return switch (answer) {
      case Answer.Found(var account) -> link(visit, account);
      case Answer.Away(var why) -> failed(NotLinked.AWAY, provider, why);
      case Answer.Refused(var why) -> failed(NotLinked.REFUSED, provider, why);
      case Answer.Nameless(var why) -> failed(NotLinked.NAMELESS, provider, why);
    };
  }

  private Reply link(SettingsVisit visit, OutsideAccount account) {
    return switch (connections.link(visit.user().id(), account, visit.act())) {
      case LINKED, KNOWN -> Reply.seeOther(Done.LINKED.on(Section.CONNECTIONS)).noStore();
      case TAKEN -> notLinked(NotLinked.TAKEN, account.type());
      case TOO_MANY -> notLinked(NotLinked.TOO_MANY, account.type());
    };
  }

  /** The operator reads the reason in the request's log line. */
  private static Reply failed(NotLinked what, Provider provider, String why) {
    return notLinked(what, provider.type()).remark("reason", why);
  }

  private static Reply notLinked(NotLinked why, String type) {
    return Reply.seeOther(why.at(type)).noStore().remark("outcome", "not_linked " + why.value());
  }
}
