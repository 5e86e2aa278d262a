package com.astraof.oauth2.server.passkey;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyChallenges.Purpose;
import com.astraof.oauth2.core.factor.Passkeys;
import com.astraof.oauth2.core.factor.SignIns.Pending;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a browser is told to ask of passkeys, as JSON.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON">WebAuthn Level
 *     3 §5.1.8 and §5.1.9</a>
 */
public final class PasskeyQuestions {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Passkeys passkeys;
  private final Site site;

  public PasskeyQuestions(Passkeys passkeys, Site site) {
    this.passkeys = passkeys;
    this.site = site;
  }

  /** Of whoever may answer. */
  public String toSignIn(SecretHash door, Instant now) {
    return Json.text(question(passkeys.challenge(Purpose.SIGN_IN, door, now), List.of()));
  }

  /** Of the user who has given the password. */
  public String toGoOn(Pending pending, Instant now) {
    String challenge = passkeys.challenge(Purpose.SECOND_STEP, pending.boundTo(), now);
    return Json.text(question(challenge, passkeys.of(pending.user())));
  }

  /** Of the user who is signed in. */
  public String toConfirm(Session session, Instant now) {
    String challenge = passkeys.challenge(Purpose.CONFIRM, session.token(), now);
    return Json.text(question(challenge, passkeys.of(session.user().id())));
  }

  private ObjectNode question(String challenge, List<Passkey> allowed) {
    var json =
        Json.object()
            .put("challenge", challenge)
            .put("rpId", site.id())
            .put("timeout", PATIENCE.toMillis())
            .put("userVerification", "required");
    json.set("allowCredentials", named(allowed));
    return json;
  }

  /** For a new passkey of the user who is signed in, and has just confirmed it. */
  public String toRegister(Session session, Instant now) {
    User user = session.user();
    var json = Json.object();
    json.putObject("rp").put("id", site.id()).put("name", "Astral");
    UserId id = user.id();
    json.putObject("user")
        .put("id", passkeys.handle(id))
        .put("name", user.tag().toString())
        .put("displayName", user.displayName());
    json.put("challenge", passkeys.challenge(Purpose.REGISTER, session.token(), now));
    var algorithms = json.putArray("pubKeyCredParams");
    for (long algorithm : WebAuthnReader.ALGORITHMS) {
      algorithms.addObject().put("type", "public-key").put("alg", algorithm);
    }
    json.put("timeout", PATIENCE.toMillis()).put("attestation", "none");
    json.putObject("authenticatorSelection")
        .put("residentKey", "required")
        .put("requireResidentKey", true)
        .put("userVerification", "required");
    json.set("excludeCredentials", named(passkeys.of(id)));
    return Json.text(json);
  }

  private static ArrayNode named(List<Passkey> passkeys) {
    var list = Json.array();
    passkeys.forEach(one -> list.addObject().put("type", "public-key").put("id", one.id()));
    return list;
  }
}
