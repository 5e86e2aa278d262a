package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.registration.ClientRegistrations;
import com.astraof.oauth2.core.registration.ClientRegistrations.Client;
import com.astraof.oauth2.core.registration.ClientRegistrations.Outcome;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;

/**
 * {@code GET}, {@code PUT} and {@code DELETE /oauth2/register/{id}}: RFC 7592 §2. The token that
 * opens it stays the same for as long as the client does, so that a lost answer locks nobody out.
 */
public final class ConfigurationEndpoint {
  private final ClientRegistrations registrations;
  private final RegistrationAnswers answers;

  /**
   * @param address where registrations are, with a slash at its end
   */
  public ConfigurationEndpoint(ClientRegistrations registrations, String address) {
    this.registrations = registrations;
    this.answers = new RegistrationAnswers(address);
  }

  public Endpoint read() {
    return guarded((_, client, token) -> answers.client(200, client, token, null));
  }

  public Endpoint replace() {
    return guarded(this::replaced);
  }

  private Reply replaced(Call call, Client client, Secret token) {
    var body = JsonBody.of(call);
    RegistrationAnswers.requireOwn(body, client);
    var statement = RegistrationAnswers.refusalOfStatement(body);
    if (statement.isPresent()) {
      return statement.get();
    }
    var asked = RegistrationAnswers.metadata(body);
    return switch (registrations.change(client, token, asked, call.act(new Who.Stranger()))) {
      case Outcome.Registered(var changed, var access, var secret) ->
          answers.client(200, changed, access, secret).remark("outcome", "changed");
      case Outcome.Refused(var error) -> RegistrationErrors.reply(error);
    };
  }

  public Endpoint delete() {
    return guarded(
        (call, client, _) -> {
          registrations.delete(client, call.act(new Who.Stranger()));
          return Reply.empty(204).noStore().remark("application", client.application().id());
        });
  }

  /** One answer for a wrong token, another's, and a client that is gone. */
  private Endpoint guarded(Opened opened) {
    return call -> {
      Optional<Secret> token = BearerToken.in(call);
      return token
          .flatMap(text -> registrations.open(call.variable("id"), text))
          .map(client -> opened.answer(call, client, token.orElseThrow()))
          .orElseGet(
              () ->
                  RegistrationErrors.unauthorized(
                      OAuthError.of(
                          Code.INVALID_TOKEN,
                          "Send the registration_access_token of this client. If the client was"
                              + " deleted, register it anew.")));
    };
  }

  /** Answers a client that has shown its registration to be its own. */
  @FunctionalInterface
  private interface Opened {
    Reply answer(Call call, Client client, Secret token);
  }
}
