package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.protocol.Thumbprint;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Secret;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens: a vouched-for statement "generation n of this grant". The same generation always
 * gets the same token, which is what lets a lost answer be given again; under a new master key it
 * is another spelling of the same statement. Nothing about them is stored.
 */
public final class RefreshTokens {
  /** Ours have 94 characters, or 136 with a key; what is longer is not worth decoding. */
  private static final int LONGEST = 160;

  private static final int STATEMENT_BYTES = GrantId.BYTES + Integer.BYTES + 2 * Long.BYTES;
  private static final int BOUND_BYTES = STATEMENT_BYTES + Thumbprint.BYTES;

  private final Authenticator authenticator;

  public RefreshTokens(MasterKeys masters) {
    this.authenticator = new Authenticator(masters, "refresh-token");
  }

  /**
   * The token of the generation at which the grant stands.
   *
   * @param key whose holder alone may use it; null for whoever the application authenticates as
   */
  public Secret of(Grant grant, @Nullable Thumbprint key) {
    var statement =
        ByteBuffer.allocate(key == null ? STATEMENT_BYTES : BOUND_BYTES)
            .put(grant.id().bytes())
            .putInt(grant.generation())
            .putLong(grant.application().value())
            .putLong(grant.scopes().bits());
    if (key != null) {
      statement.put(key.bytes());
    }
    return new Secret(Base64Url.encode(authenticator.vouch(statement.array())));
  }

  /**
   * Empty for whatever this installation did not make. Costs one MAC and no look-up; never throws
   * on foreign text.
   */
  public Optional<Claim> read(Secret token) {
    if (token.expose().length() > LONGEST) {
      return Optional.empty();
    }
    return Base64Url.decode(token.expose())
        .flatMap(authenticator::verify)
        .filter(one -> one.length == STATEMENT_BYTES || one.length == BOUND_BYTES)
        .map(statement -> claim(ByteBuffer.wrap(statement)));
  }

  private static Claim claim(ByteBuffer statement) {
    byte[] grant = new byte[GrantId.BYTES];
    statement.get(grant);
    return new Claim(
        new GrantId(grant),
        statement.getInt(),
        new ApplicationId(statement.getLong()),
        new Scopes(statement.getLong()),
        key(statement));
  }

  private static @Nullable Thumbprint key(ByteBuffer statement) {
    if (!statement.hasRemaining()) {
      return null;
    }
    byte[] hash = new byte[Thumbprint.BYTES];
    statement.get(hash);
    return Thumbprint.of(hash);
  }

  /**
   * What a genuine refresh token says. Whether the grant still stands there, only the store knows.
   *
   * @param key whose holder alone may use it; null for none
   */
  public record Claim(
      GrantId grant,
      int generation,
      ApplicationId application,
      Scopes scopes,
      @Nullable Thumbprint key) {}
}
