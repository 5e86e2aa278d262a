package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.factor.Proof;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.json.JsonBody;

/**
 * What of a body confirms it: contract 4, sudo mode.
 *
 * @param path of the field that is wrong when it does not
 */
record SudoFields(Proof proof, String path) {
  private static final int LONGEST_CODE = 32;

  /**
   * @param factors whether a second factor is asked for; else the password is
   */
  static SudoFields in(JsonBody body, boolean factors) {
    return factors ? factor(body) : password(body);
  }

  private static SudoFields password(JsonBody body) {
    var proof =
        body.verbatim("password")
            .<Proof>map(text -> new Proof.Password(new Secret(text)))
            .orElseGet(Proof.Nothing::new);
    return new SudoFields(proof, "password");
  }

  private static SudoFields factor(JsonBody body) {
    String method = body.string("mfa_method").orElse(body.has("mfa_code") ? "totp" : "");
    return switch (method) {
      case "" -> new SudoFields(new Proof.Nothing(), "mfa_method");
      case "totp" -> code(body, "mfa_code");
      case "webauthn" -> passkey(body);
      default -> throw new MalformedRequest("This must be totp or webauthn.", "mfa_method");
    };
  }

  static SudoFields code(JsonBody body, String path) {
    String code = body.requiredString(path);
    if (code.length() > LONGEST_CODE) {
      throw new MalformedRequest("A code has at most " + LONGEST_CODE + " characters.", path);
    }
    return new SudoFields(new Proof.Code(code), path);
  }

  /** The challenge is in the answer, too, and counts from there. */
  private static SudoFields passkey(JsonBody body) {
    String path = "webauthn_response";
    return body.objectText(path)
        .map(answer -> new SudoFields(new Proof.PasskeyAnswer(answer), path))
        .orElseThrow(() -> new MalformedRequest("This field is required.", path));
  }
}
