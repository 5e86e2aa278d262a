package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.Signatures;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.recent.Recent;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: JWTs that name their grant.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a>, the reason for each refusal
 *     in {@link #verify}
 */
public final class AccessTokens {
  static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  static final String GRANT = "grant_id";

  private static final String CONFIRMATION = "cnf";
  private static final String THUMBPRINT = "jkt";

  /** Milliseconds: two consents may be less than a second apart. */
  static final String CONSENT = "consent_since";

  /** Ours have 700 to 1,000 characters; what is longer is not worth parsing. */
  private static final int LONGEST = 4_096;

  /** At least; about half a kilobyte each. */
  private static final int LEAST_VERIFIED = 20_000;

  /** How far the clock of the node that signed may be ahead. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Audience audience;
  private final TokenSigner signer;
  private final Entropy entropy;
  private final Duration lifetime;

  /** By their hashes: whoever reads the memory finds no token there that can be used. */
  private final Recent<SecretHash, Verified> verified = new Recent<>(LEAST_VERIFIED);

  public AccessTokens(Audience audience, TokenSigner signer, Entropy entropy, Duration lifetime) {
    this.audience = audience;
    this.signer = signer;
    this.entropy = entropy;
    this.lifetime = lifetime;
  }

  public Duration lifetime() {
    return lifetime;
  }

  /**
   * @param scopes the grant's or fewer
   * @param key that must be proved to use it ({@code cnf}, RFC 9449 §6.1); null for none
   */
  public Secret mint(Grant grant, Scopes scopes, @Nullable Thumbprint key, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(audience.issuer())
            .audience(audience.api())
            .subject(grant.user().toString())
            .claim("client_id", grant.application().toString())
            .claim("scope", scopes.toString())
            .claim(GRANT, grant.id().toString())
            .claim(CONSENT, grant.consentSince().toEpochMilli())
            .claim(CONFIRMATION, key == null ? null : Map.of(THUMBPRINT, key.value()))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .jwtID(Base64Url.encode(entropy.bytes(16)));
    SignInClaims.put(grant.approval().authentication(), claims);
    return new Secret(signer.sign(TYPE, claims.build(), now));
  }

  /** For the application itself (RFC 9068 §2.2: the subject is the client). */
  Secret mintOwn(ApplicationId application, @Nullable Thumbprint key, Instant now) {
    var id = GrantId.generate(entropy);
    var itself = new UserId(application.value());
    var approval = new Approval(Instant.EPOCH, null);
    var grant = Grant.opened(id, itself, application, Scopes.NONE, approval, now);
    return mint(grant, Scopes.NONE, key, now);
  }

  /**
   * Empty for whatever this installation did not sign as an access token for its API, and for what
   * has expired. A signature is verified once for as long as the token is used often; key and times
   * are looked at each time.
   */
  public Optional<AccessToken> verify(Secret token, Instant now) {
    if (token.expose().length() > LONGEST) {
      return Optional.empty();
    }
    var name = SecretHash.of(token);
    Verified known = verified.find(name).orElse(null);
    if (known == null) {
      known = read(token.expose(), now).orElse(null);
      if (known == null) {
        return Optional.empty();
      }
      verified.put(name, known);
    } else if (!signer.accepts(known.key(), now)) {
      return Optional.empty();
    }
    return isAlive(known.token().life(), now) ? Optional.of(known.token()) : Optional.empty();
  }

  private static boolean isAlive(AccessToken.Life life, Instant now) {
    return now.isBefore(life.expiresAt()) && !life.issuedAt().isAfter(now.plus(SKEW));
  }

  private Optional<Verified> read(String text, Instant now) {
    SignedJWT jwt = parsed(text);
    if (jwt == null || !isOurs(jwt.getHeader()) || !signer.verifies(jwt, now)) {
      return Optional.empty();
    }
    try {
      return read(jwt.getJWTClaimsSet(), now)
          .map(token -> new Verified(token, jwt.getHeader().getKeyID()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static @Nullable SignedJWT parsed(String text) {
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      return Signatures.isSpelledStrictly(jwt, text) ? jwt : null;
    } catch (ParseException | RuntimeException e) {
      // The parser stumbles over some texts, such as a header "null", instead of refusing them.
      return null;
    }
  }

  private static boolean isOurs(JWSHeader header) {
    return TYPE.equals(header.getType()) && header.getCriticalParams() == null;
  }

  private Optional<AccessToken> read(JWTClaimsSet claims, Instant now) throws ParseException {
    Date expiresAt = claims.getExpirationTime();
    boolean isForUs =
        audience.issuer().equals(claims.getIssuer())
            && claims.getAudience().contains(audience.api());
    if (!isForUs || !hasBegun(claims, now) || expiresAt == null) {
      return Optional.empty();
    }
    var scopes = scopes(text(claims, "scope"));
    var grant = GrantId.parse(text(claims, GRANT));
    var user = UserId.parse(String.valueOf(claims.getSubject()));
    var application = ApplicationId.parse(text(claims, "client_id"));
    Long consent = claims.getLongClaim(CONSENT);
    if (grant.isEmpty() || user.isEmpty() || application.isEmpty() || consent == null) {
      return Optional.empty();
    }
    var token =
        new AccessToken(
            grant.get(),
            user.get(),
            application.get(),
            scopes.orElse(Scopes.NONE),
            new Approval(Instant.ofEpochMilli(consent), SignInClaims.read(claims)),
            new AccessToken.Life(claims.getIssueTime().toInstant(), expiresAt.toInstant()),
            key(claims));
    return scopes.isPresent() || token.isOwn() ? Optional.of(token) : Optional.empty();
  }

  private static Optional<Scopes> scopes(String text) {
    return Scopes.read(text) instanceof Scopes.Asked(var scopes)
        ? Optional.of(scopes)
        : Optional.empty();
  }

  private static @Nullable Thumbprint key(JWTClaimsSet claims) throws ParseException {
    Map<String, Object> confirmation = claims.getJSONObjectClaim(CONFIRMATION);
    return confirmation == null
        ? null
        : Thumbprint.parse(String.valueOf(confirmation.get(THUMBPRINT)))
            .orElseThrow(() -> new ParseException("cnf holds no jkt", 0));
  }

  private static boolean hasBegun(JWTClaimsSet claims, Instant now) {
    Date issuedAt = claims.getIssueTime();
    Date notBefore = claims.getNotBeforeTime();
    Instant latest = now.plus(SKEW);
    return issuedAt != null
        && !issuedAt.toInstant().isAfter(latest)
        && (notBefore == null || !notBefore.toInstant().isAfter(latest));
  }

  private static String text(JWTClaimsSet claims, String name) throws ParseException {
    return String.valueOf(claims.getStringClaim(name));
  }

  private record Verified(AccessToken token, String key) {}

  /**
   * Who signs and for whom.
   *
   * @param issuer the configured issuer (RFC 8414 §2)
   * @param api the resource that the tokens open
   */
  public record Audience(String issuer, String api) {
    public static Audience of(String issuer) {
      return new Audience(issuer, issuer + "/api");
    }

    /**
     * Whether tokens for this resource can be had here, as there is one (RFC 8707 §2).
     *
     * @param resource what was asked for; empty for whatever there is
     */
    public boolean admits(Optional<String> resource) {
      return resource.isEmpty() || resource.get().equals(api);
    }
  }
}
