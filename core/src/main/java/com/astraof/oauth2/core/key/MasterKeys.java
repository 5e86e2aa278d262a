package com.astraof.oauth2.core.key;

import com.astraof.oauth2.core.secret.Entropy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The master key under which everything new is made, and those before it, under which what was made
 * is still accepted. So the master key can be changed without ending a token.
 *
 * @param previous newest first; a key that is named twice counts once
 */
public record MasterKeys(MasterKey current, List<MasterKey> previous) {

  /**
   * @throws CollidingMasterKeys when two keys cannot be told apart in an envelope
   */
  public MasterKeys {
    var distinct = new ArrayList<MasterKey>();
    for (MasterKey key : previous) {
      if (!key.equals(current) && !distinct.contains(key)) {
        distinct.add(key);
      }
    }
    previous = List.copyOf(distinct);
    if (!areToldApart(current, previous)) {
      throw new CollidingMasterKeys();
    }
  }

  public static MasterKeys of(MasterKey only) {
    return new MasterKeys(only, List.of());
  }

  /** A new key in front of all these. Its id is none of theirs. */
  public MasterKeys succeeded(Entropy entropy) {
    var older = new ArrayList<>(List.of(current));
    older.addAll(previous);
    MasterKey next = MasterKey.generate(entropy);
    while (!areToldApart(next, older)) {
      next = MasterKey.generate(entropy);
    }
    return new MasterKeys(next, older);
  }

  PurposeKeys derive(String purpose) {
    return new PurposeKeys(this, purpose);
  }

  private static boolean areToldApart(MasterKey one, List<MasterKey> others) {
    var ids = Stream.concat(Stream.of(one), others.stream()).map(MasterKey::id);
    return ids.distinct().count() == 1 + others.size();
  }
}
