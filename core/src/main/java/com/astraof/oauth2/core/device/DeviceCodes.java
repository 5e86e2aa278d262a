package com.astraof.oauth2.core.device;

import com.astraof.oauth2.core.grant.GrantId;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The two codes of a device authorization. The device's is a vouched-for statement about the grant
 * to be born, the person's is found by a keyed hash: neither can be read from the database.
 */
public final class DeviceCodes {
  /** Ours have 88 characters; what is longer is not worth decoding. */
  private static final int LONGEST = 128;

  private static final int STATEMENT_BYTES = GrantId.BYTES + 2 * Long.BYTES;

  private final Authenticator deviceCodes;
  private final Authenticator userCodes;

  public DeviceCodes(MasterKeys masters) {
    this.deviceCodes = new Authenticator(masters, "device-code");
    this.userCodes = new Authenticator(masters, "user-code");
  }

  Secret of(DeviceAuthorization authorization) {
    byte[] statement =
        ByteBuffer.allocate(STATEMENT_BYTES)
            .put(authorization.id().bytes())
            .putLong(authorization.application().value())
            .putLong(authorization.expiresAt().toEpochMilli())
            .array();
    return new Secret(Base64Url.encode(deviceCodes.vouch(statement)));
  }

  /** Empty for whatever this installation did not make. Never throws on foreign text. */
  public Optional<Claim> read(Secret deviceCode) {
    if (deviceCode.expose().length() > LONGEST) {
      return Optional.empty();
    }
    return Base64Url.decode(deviceCode.expose())
        .flatMap(deviceCodes::verify)
        .filter(statement -> statement.length == STATEMENT_BYTES)
        .map(statement -> claim(ByteBuffer.wrap(statement)));
  }

  private static Claim claim(ByteBuffer statement) {
    byte[] id = new byte[GrantId.BYTES];
    statement.get(id);
    return new Claim(
        new GrantId(id),
        new ApplicationId(statement.getLong()),
        Instant.ofEpochMilli(statement.getLong()));
  }

  /** What a user code is stored and found by: without the key, there are too few to hide one. */
  SecretHash keyed(UserCode code) {
    byte[] vouched = userCodes.vouch(code.letters().getBytes(StandardCharsets.US_ASCII));
    return SecretHash.of(new Secret(Base64Url.encode(vouched)));
  }

  /** What a genuine device code says. What was decided, only the store knows. */
  public record Claim(GrantId id, ApplicationId application, Instant expiresAt) {}
}
