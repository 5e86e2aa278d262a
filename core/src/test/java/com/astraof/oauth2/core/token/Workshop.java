package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.KeyKeeper;
import com.astraof.oauth2.core.key.KeyPolicy;
import com.astraof.oauth2.core.key.KeyVault;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.SigningAlgorithm;
import com.astraof.oauth2.core.key.SigningKeys;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.KeysInMemory;
import com.astraof.oauth2.core.testing.SeededEntropy;
import com.astraof.oauth2.core.testing.TestClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Access tokens, and the forger's tools: anything can be signed here, with any key. */
final class Workshop {
  static final String ISSUER = "https://astral.example";
  static final Instant NOW = TestClock.START;
  static final Duration LIFETIME = Duration.ofDays(7);
  static final Scopes SCOPES = Scopes.of(Scope.IDENTIFY, Scope.GUILDS);

  static final Approval APPROVAL =
      new Approval(NOW, new Authentication(NOW.minusSeconds(600), SignInMethod.BY_CODE));

  final Entropy entropy = new SeededEntropy(1);
  final KeyKeeper keeper;
  final SigningKeys keys;
  final AccessTokens tokens;
  final Grant grant =
      Grant.opened(
          GrantId.generate(entropy), new UserId(17), new ApplicationId(42), SCOPES, APPROVAL, NOW);

  Workshop() {
    this(SigningAlgorithm.ES256);
  }

  Workshop(SigningAlgorithm algorithm) {
    var masters = MasterKeys.of(MasterKey.generate(entropy));
    var vault = new KeyVault(new KeysInMemory(), masters, entropy, null);
    var policy = new KeyPolicy(algorithm, Optional.empty(), LIFETIME);
    keeper = new KeyKeeper(vault, policy);
    keeper.keep(NOW);
    keys = new SigningKeys(vault, policy);
    tokens = tokens(ISSUER);
  }

  /** Tokens of the same keys under another issuer. */
  AccessTokens tokens(String issuer) {
    var audience = AccessTokens.Audience.of(issuer);
    return new AccessTokens(audience, new TokenSigner(keys), entropy, LIFETIME);
  }

  String genuine() {
    return tokens.mint(grant, SCOPES, null, NOW).expose();
  }

  Optional<AccessToken> verify(String token) {
    return tokens.verify(new Secret(token), NOW);
  }

  String keyId() {
    return keys.current(NOW).id();
  }

  /** The header of a genuine token, with whatever more or other members. */
  String header(String members) {
    String algorithm = keys.current(NOW).algorithm().wire();
    return "{\"alg\":\""
        + algorithm
        + "\",\"typ\":\"at+jwt\",\"kid\":\""
        + keyId()
        + "\""
        + members
        + "}";
  }

  String signed(String header, String claims) {
    String input = encoded(header) + "." + encoded(claims);
    byte[] signature = keys.current(NOW).sign(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + Base64Url.encode(signature);
  }

  static String signed(String header, String claims, ECKey key) {
    String input = encoded(header) + "." + encoded(claims);
    try {
      var es256 = new JWSHeader(JWSAlgorithm.ES256);
      Base64URL signature =
          new ECDSASigner(key).sign(es256, input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + signature;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String json) {
    return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  static String decoded(String part) {
    return new String(Base64Url.decode(part).orElseThrow(), StandardCharsets.UTF_8);
  }

  /** One of the three parts of a token. */
  static String part(String token, int index) {
    return token.split("\\.", -1)[index];
  }

  /** The claims of a genuine token, as JSON. */
  String claims() {
    return decoded(part(genuine(), 1));
  }
}
