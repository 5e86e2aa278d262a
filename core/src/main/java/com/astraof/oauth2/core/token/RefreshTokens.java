package com.astraof.oauth2.core.token;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Secret;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Refresh tokens: a vouched-for statement "generation n of this grant". The same generation always
 * gets the same token, which is what lets a lost answer be given again; under a new master key it
 * is another spelling of the same statement. Nothing about them is stored.
 */
public final class RefreshTokens {
  /** Ours have 94 characters; what is longer is not worth decoding. */
  private static final int LONGEST = 128;

  private static final int STATEMENT_BYTES = GrantId.BYTES + Integer.BYTES + 2 * Long.BYTES;

  private final Authenticator authenticator;

  public RefreshTokens(MasterKeys masters) {
    this.authenticator = new Authenticator(masters, "refresh-token");
  }

  /** The token of the generation at which the grant stands. */
  public Secret of(Grant grant) {
    byte[] statement =
        ByteBuffer.allocate(STATEMENT_BYTES)
            .put(grant.id().bytes())
            .putInt(grant.generation())
            .putLong(grant.application().value())
            .putLong(grant.scopes().bits())
            .array();
    return new Secret(Base64Url.encode(authenticator.vouch(statement)));
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
        .filter(statement -> statement.length == STATEMENT_BYTES)
        .map(statement -> claim(ByteBuffer.wrap(statement)));
  }

  private static Claim claim(ByteBuffer statement) {
    byte[] grant = new byte[GrantId.BYTES];
    statement.get(grant);
    return new Claim(
        new GrantId(grant),
        statement.getInt(),
        new ApplicationId(statement.getLong()),
        new Scopes(statement.getLong()));
  }

  /**
   * What a genuine refresh token says. Whether the grant still stands there, only the store knows.
   */
  public record Claim(GrantId grant, int generation, ApplicationId application, Scopes scopes) {}
}
