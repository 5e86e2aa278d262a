package com.astraof.oauth2.server.passkey;

import com.astraof.oauth2.core.factor.Passkey;
import com.astraof.oauth2.core.factor.PasskeyReader;
import com.astraof.oauth2.core.secret.Base64Url;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** WebAuthn by WebAuthn4J: our own origin and id alone, and always a user who was verified. */
public final class WebAuthnReader implements PasskeyReader {
  /** ES256, EdDSA and RS256 (RFC 9053), of which every authenticator has one. */
  static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

  private static final boolean VERIFIED = true;
  private static final boolean PRESENT = true;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  private final Site site;

  public WebAuthnReader(Site site) {
    this.site = site;
    // What the counter means is decided with the stored one, in one conditional write.
    webAuthn.getAuthenticationDataVerifier().setMaliciousCounterValueHandler(_ -> {});
  }

  @Override
  public Optional<Claim> claimOf(String answer) {
    return authentication(answer).map(WebAuthnReader::claim);
  }

  @SuppressWarnings("NullAway") // Takes a nullable array for an array of nullable bytes.
  private static Claim claim(AuthenticationData data) {
    byte[] handle = data.getUserHandle();
    return new Claim(
        Base64Url.encode(Objects.requireNonNull(data.getCredentialId())),
        challenge(data.getCollectedClientData()),
        handle == null ? "" : Base64Url.encode(handle));
  }

  @Override
  public Optional<String> challengeOf(String registration) {
    return registration(registration).map(data -> challenge(data.getCollectedClientData()));
  }

  @Override
  public Optional<Registered> register(String registration, String challenge) {
    var algorithms = ALGORITHMS.stream().map(WebAuthnReader::parameters).toList();
    var parameters = new RegistrationParameters(expected(challenge), algorithms, VERIFIED, PRESENT);
    return registration(registration)
        .flatMap(data -> attempt(() -> webAuthn.verify(data, parameters)))
        .map(this::registered);
  }

  private static PublicKeyCredentialParameters parameters(long algorithm) {
    return new PublicKeyCredentialParameters(
        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm));
  }

  private Registered registered(RegistrationData data) {
    var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
    var key =
        new Passkey.Key(
            Base64Url.encode(credentials.convert(credential)),
            authenticator.getSignCount(),
            authenticator.isFlagBE());
    return new Registered(Base64Url.encode(credential.getCredentialId()), key);
  }

  @Override
  public Checked check(String answer, String challenge, Passkey passkey) {
    var parameters =
        new AuthenticationParameters(
            expected(challenge),
            record(passkey),
            List.of(Base64Url.decode(passkey.id()).orElseThrow()),
            VERIFIED,
            PRESENT);
    return authentication(answer)
        .flatMap(data -> attempt(() -> webAuthn.verify(data, parameters)))
        .<Checked>map(
            data ->
                new Checked.Right(
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount()))
        .orElseGet(Checked.Wrong::new);
  }

  private CredentialRecordImpl record(Passkey passkey) {
    byte[] stored = Base64Url.decode(passkey.key().credential()).orElseThrow();
    AttestedCredentialData credential = credentials.convert(stored);
    boolean shared = passkey.key().shared();
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        VERIFIED,
        shared,
        shared,
        passkey.key().counter(),
        credential,
        null,
        null,
        null,
        null);
  }

  private ServerProperty expected(String challenge) {
    byte[] bytes = Base64Url.decode(challenge).orElseThrow();
    return ServerProperty.builder()
        .originPredicate(origin -> origin.toString().equals(site.origin()))
        .rpId(site.id())
        .challenge(new DefaultChallenge(bytes))
        .build();
  }

  private Optional<AuthenticationData> authentication(String answer) {
    return attempt(() -> webAuthn.parseAuthenticationResponseJSON(answer))
        .filter(data -> data.getCredentialId() != null && data.getAuthenticatorData() != null)
        .filter(data -> isComplete(data.getCollectedClientData()));
  }

  private Optional<RegistrationData> registration(String answer) {
    return attempt(() -> webAuthn.parseRegistrationResponseJSON(answer))
        .filter(data -> data.getAttestationObject() != null)
        .filter(data -> isComplete(data.getCollectedClientData()));
  }

  /**
   * Whatever the library finds wrong with an answer, it is no answer to us. It reports some
   * malformed ones by exceptions of any kind, such as one for a member that is missing.
   */
  private static <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(@Nullable CollectedClientData data) {
    return data != null && data.getChallenge() != null && data.getOrigin() != null;
  }

  private static String challenge(@Nullable CollectedClientData data) {
    return Base64Url.encode(Objects.requireNonNull(data).getChallenge().getValue());
  }
}
