package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Language;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.account.User.Email;
import com.astraof.oauth2.core.factor.Factors;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.json.Json;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Users as they travel: contract 2.1 to 2.3. */
final class UserJson {
  private UserJson() {}

  /** What anyone may see. */
  static ObjectNode partial(User user) {
    var json = names(user);
    json.putNull("avatar_color");
    if (user.isBot()) {
      json.put("bot", true);
    }
    json.put("flags", 0);
    return json;
  }

  /** What users and bots see of themselves. */
  static ObjectNode own(User user, Factors factors) {
    var json = partial(user);
    putEmail(json, user);
    json.putNull("phone");
    putFactors(json, factors);
    var profile = user.profile();
    json.put("locale", language(user).tag());
    json.put("bio", profile.bio()).put("pronouns", profile.pronouns()).putNull("accent_color");
    json.put("banner", profile.banner()).putNull("banner_color");
    json.putArray("acls");
    json.put("premium_type", 0).putNull("premium_since").putNull("premium_until");
    var passwordChangedAt = user.history().passwordChangedAt();
    json.put(
        "password_last_changed_at",
        passwordChangedAt == null ? null : Timestamps.text(passwordChangedAt));
    json.putNull("required_actions");
    json.put("nsfw_allowed", false).put("pending_manual_verification", false);
    return json;
  }

  /** What an app sees of the user it acts for: no more than its scopes. */
  static ObjectNode forApp(User user, Scopes scopes, Factors factors) {
    if (!scopes.contains(Scope.IDENTIFY)) {
      var json = Json.object().put("id", user.id().toString());
      putEmail(json, user);
      return json;
    }
    var json = names(user);
    json.put("sub", user.id().toString());
    if (scopes.contains(Scope.EMAIL)) {
      putEmail(json, user);
    } else {
      json.putNull("email").put("verified", isVerified(user));
    }
    json.put("flags", 0).put("public_flags", 0);
    json.put("bot", user.isBot()).put("system", false);
    json.put("mfa_enabled", factors.areOn());
    json.put("locale", language(user).tag()).put("premium_type", 0);
    return json;
  }

  /** Contract 2.2: 0 is an authenticator app, 2 a passkey. */
  static void putFactors(ObjectNode json, Factors factors) {
    json.put("mfa_enabled", factors.areOn());
    var types = json.putArray("authenticator_types");
    if (factors.totp()) {
      types.add(0);
    }
    if (factors.hasPasskey()) {
      types.add(2);
    }
  }

  private static Language language(User user) {
    return Objects.requireNonNullElse(user.profile().language(), Language.ENGLISH);
  }

  private static ObjectNode names(User user) {
    return Json.object()
        .put("id", user.id().toString())
        .put("username", user.tag().username().value())
        .put("discriminator", user.tag().digits())
        .put("global_name", user.profile().globalName())
        .put("avatar", user.profile().avatar());
  }

  private static void putEmail(ObjectNode json, User user) {
    Email email = user.email();
    json.put("email", email == null ? null : email.address());
    json.put("verified", isVerified(user));
  }

  private static boolean isVerified(User user) {
    Email email = user.email();
    return email != null && email.verified();
  }
}
