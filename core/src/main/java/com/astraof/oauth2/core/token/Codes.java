package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.grant.Approval;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.protocol.CodeChallenge;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Authorization codes: sealed envelopes that only this installation can make and read, labelled
 * with the grant to be born. Nothing about a code is stored.
 */
public final class Codes {
  /** Longer ones are not ours: the longest redirect URI has 256 characters. */
  private static final int LONGEST = 1_200;

  private static final int FIXED_BYTES = 7 * Long.BYTES;

  /** Of a hash that may be there: one byte says whether it is. */
  private static final int HASH_BYTES = 32;

  /** All the methods that there are, as text. */
  private static final int MOST_METHODS =
      SignInMethod.text(List.of(SignInMethod.values())).length();

  private static final int MOST_OPTIONAL_BYTES =
      2 * (1 + HASH_BYTES) + 1 + MOST_METHODS + Long.BYTES;

  private static final long NO_GUILD = -1;
  private static final byte[] NO_CONTEXT = new byte[0];

  private final Sealer sealer;

  public Codes(MasterKeys masters, Entropy entropy) {
    this.sealer = new Sealer(masters, "authorization-code-with-sign-in", entropy);
  }

  public Secret seal(AuthorizationCode code) {
    byte[] envelope = sealer.seal(code.grant().bytes(), NO_CONTEXT, write(code));
    return new Secret(Base64Url.encode(envelope));
  }

  /**
   * Empty for whatever was not sealed here; says nothing of expiry. Never throws on foreign text.
   */
  public Optional<AuthorizationCode> open(Secret code) {
    String text = code.expose();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return Base64Url.decode(text)
        .flatMap(envelope -> sealer.open(envelope, GrantId.BYTES, NO_CONTEXT))
        .map(opened -> read(new GrantId(opened.label()), ByteBuffer.wrap(opened.plain())));
  }

  private static byte[] write(AuthorizationCode code) {
    byte[] redirectUri = code.binding().redirectUri().value().getBytes(StandardCharsets.UTF_8);
    var challenge = code.binding().challenge();
    var key = code.binding().key();
    var bytes = ByteBuffer.allocate(FIXED_BYTES + MOST_OPTIONAL_BYTES + redirectUri.length);
    bytes
        .putLong(code.user().value())
        .putLong(code.application().value())
        .putLong(code.scopes().bits())
        .putLong(code.validity().issuedAt().toEpochMilli())
        .putLong(code.validity().expiresAt().toEpochMilli())
        .putLong(code.validity().approval().consentSince().toEpochMilli())
        .putLong(code.guild() == null ? NO_GUILD : code.guild().value());
    putHash(bytes, challenge == null ? null : challenge.value());
    putHash(bytes, key == null ? null : key.value());
    putSignIn(bytes, code.validity().approval().authentication());
    bytes.put(redirectUri);
    byte[] written = new byte[bytes.position()];
    bytes.flip().get(written);
    return written;
  }

  private static void putHash(ByteBuffer bytes, @Nullable String hash) {
    if (hash == null) {
      bytes.put((byte) 0);
    } else {
      bytes.put((byte) 1).put(Base64Url.decode(hash).orElseThrow());
    }
  }

  private static @Nullable String hash(ByteBuffer bytes) {
    if (bytes.get() == 0) {
      return null;
    }
    byte[] hash = new byte[HASH_BYTES];
    bytes.get(hash);
    return Base64Url.encode(hash);
  }

  /** The methods as text, behind its length, which is 0 for none at all. */
  private static void putSignIn(ByteBuffer bytes, @Nullable Authentication signIn) {
    if (signIn == null) {
      bytes.put((byte) 0);
      return;
    }
    byte[] methods = SignInMethod.text(signIn.methods()).getBytes(StandardCharsets.US_ASCII);
    bytes.put((byte) methods.length).put(methods).putLong(signIn.at().toEpochMilli());
  }

  private static @Nullable Authentication signIn(ByteBuffer bytes) {
    int length = bytes.get();
    if (length == 0) {
      return null;
    }
    byte[] methods = new byte[length];
    bytes.get(methods);
    return new Authentication(
        Instant.ofEpochMilli(bytes.getLong()),
        SignInMethod.read(new String(methods, StandardCharsets.US_ASCII)));
  }

  private static AuthorizationCode read(GrantId grant, ByteBuffer bytes) {
    var user = new UserId(bytes.getLong());
    var application = new ApplicationId(bytes.getLong());
    var scopes = new Scopes(bytes.getLong());
    var issuedAt = Instant.ofEpochMilli(bytes.getLong());
    var expiresAt = Instant.ofEpochMilli(bytes.getLong());
    var consentSince = Instant.ofEpochMilli(bytes.getLong());
    long guild = bytes.getLong();
    String challenge = hash(bytes);
    String key = hash(bytes);
    var signIn = signIn(bytes);
    var redirectUri = new RedirectUri(StandardCharsets.UTF_8.decode(bytes).toString());
    return new AuthorizationCode(
        grant,
        user,
        application,
        scopes,
        new AuthorizationCode.Binding(
            redirectUri,
            challenge == null ? null : new CodeChallenge(challenge),
            key == null ? null : new Thumbprint(key)),
        new AuthorizationCode.Validity(issuedAt, expiresAt, new Approval(consentSince, signIn)),
        guild == NO_GUILD ? null : new GuildId(guild));
  }
}
