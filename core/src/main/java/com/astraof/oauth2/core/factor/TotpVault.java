package com.astraof.oauth2.core.factor;

import com.astraof.oauth2.core.factor.FactorStore.Sealed;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.key.Sealer;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Seals the secrets of authenticator apps into the store and opens them again. */
public final class TotpVault {
  private static final byte[] NO_LABEL = new byte[0];
  private static final int AT_ONCE = 500;

  private final FactorStore store;
  private final Sealer sealer;

  public TotpVault(FactorStore store, MasterKeys masters, Entropy entropy) {
    this.store = store;
    this.sealer = new Sealer(masters, "totp-secret", entropy);
  }

  Sealed seal(UserId user, TotpSecret secret) {
    byte[] envelope = sealer.seal(NO_LABEL, context(user), secret.bytes());
    return new Sealed(user, Base64Url.encode(envelope), sealer.keyId());
  }

  /** Empty when there is no app, or no master key of ours opens its secret. */
  Optional<TotpSecret> secret(UserId user) {
    return store.totp(user).flatMap(this::open);
  }

  /**
   * Seals under the current master key whatever is sealed under a previous one. What none of them
   * opens stays as it is: its owner has recovery codes, and the operator.
   */
  public void reseal() {
    List<Sealed> some = store.notUnder(sealer.keyId(), Long.MIN_VALUE, AT_ONCE);
    while (!some.isEmpty()) {
      for (Sealed old : some) {
        open(old).ifPresent(secret -> store.reseal(old, seal(old.user(), secret)));
      }
      some = store.notUnder(sealer.keyId(), some.getLast().user().value(), AT_ONCE);
    }
  }

  private Optional<TotpSecret> open(Sealed sealed) {
    return Base64Url.decode(sealed.envelope())
        .flatMap(envelope -> sealer.open(envelope, 0, context(sealed.user())))
        .map(opened -> new TotpSecret(opened.plain()));
  }

  private static byte[] context(UserId user) {
    return ByteBuffer.allocate(Long.BYTES).putLong(user.value()).array();
  }
}
