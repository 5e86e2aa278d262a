package com.astraof.oauth2.core.picture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures live. A new one is put first, then named by whatever shows it, and then the old
 * one is dropped, so that what is shown is there at any moment.
 */
public interface PictureStore {
  /**
   * @param owner id of the user or application
   */
  void put(long owner, Spot spot, StoredPicture picture);

  Optional<StoredPicture> find(long owner, Spot spot, String hash);

  /**
   * Drops all others in this spot.
   *
   * @param hash of the one that stays; null for none
   */
  void keepOnly(long owner, Spot spot, @Nullable String hash);
}
