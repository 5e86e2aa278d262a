package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.protocol.OAuthError.Code;
import com.astraof.oauth2.core.registration.ClientRegistrations;
import com.astraof.oauth2.core.registration.ClientRegistrations.Outcome;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Endpoint;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;

/** {@code POST /oauth2/register}: RFC 7591 §3. */
public final class RegistrationEndpoint implements Endpoint {
  private final ClientRegistrations registrations;
  private final RegistrationAnswers answers;

  /**
   * @param address where registrations are, with a slash at its end
   */
  public RegistrationEndpoint(ClientRegistrations registrations, String address) {
    this.registrations = registrations;
    this.answers = new RegistrationAnswers(address);
  }

  @Override
  public Reply answer(Call call) {
    var token = BearerToken.in(call).orElse(null);
    if (!registrations.admits(token, call.now())) {
      return RegistrationErrors.unauthorized(
          OAuthError.of(
              Code.INVALID_TOKEN,
              "Send an initial access token that has not expired and is not used up. The operator"
                  + " of this server hands them out."));
    }
    var body = JsonBody.of(call);
    return RegistrationAnswers.refusalOfStatement(body)
        .orElseGet(
            () ->
                switch (registrations.register(
                    RegistrationAnswers.metadata(body), token, call.act(new Who.Stranger()))) {
                  case Outcome.Registered(var client, var access, var secret) ->
                      answers.client(201, client, access, secret).remark("outcome", "registered");
                  case Outcome.Refused(var error) -> RegistrationErrors.reply(error);
                });
  }
}
