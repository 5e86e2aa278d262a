package com.astraof.oauth2.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.grant.Grant;
import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKey;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.testing.FuzzTest;
import com.astraof.oauth2.core.testing.SeededEntropy;
import java.util.List;

/** Codes and refresh tokens: only what was made here is one, in one spelling. */
final class SealedTokensFuzzTest extends FuzzTest {
  private final SeededEntropy entropy = new SeededEntropy(3);
  private final MasterKeys masters = MasterKeys.of(MasterKey.generate(entropy));
  private final Codes codes = new Codes(masters, entropy);
  private final RefreshTokens refreshTokens = new RefreshTokens(masters);
  private final String code = codes.seal(code(GrantId.generate(entropy))).expose();
  private final String refreshToken = refreshTokens.of(grant(), null).expose();

  private static AuthorizationCode code(GrantId id) {
    var now = Workshop.NOW;
    return new AuthorizationCode(
        id,
        new UserId(17),
        new ApplicationId(42),
        Workshop.SCOPES,
        new AuthorizationCode.Binding(new RedirectUri("https://app.example/cb"), null, null),
        new AuthorizationCode.Validity(now, now.plusSeconds(60), Workshop.APPROVAL),
        null);
  }

  private Grant grant() {
    var now = Workshop.NOW;
    return Grant.opened(
        GrantId.generate(entropy),
        new UserId(17),
        new ApplicationId(42),
        Workshop.SCOPES,
        Workshop.APPROVAL,
        now);
  }

  @Override
  protected List<byte[]> seeds() {
    return texts(code, refreshToken, "", "AQ", "A".repeat(100), code + "=", refreshToken + "\n");
  }

  @Override
  protected void read(byte[] input) {
    String text = latin(input);
    var secret = new Secret(text);
    if (codes.open(secret).isPresent()) {
      assertThat(text).isEqualTo(code);
    }
    if (refreshTokens.read(secret).isPresent()) {
      assertThat(text).isEqualTo(refreshToken);
    }
  }
}
