package com.astraof.oauth2.storage;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.picture.PictureStore;
import com.astraof.oauth2.core.picture.Spot;
import com.astraof.oauth2.core.picture.StoredPicture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures in {@code pictures}. */
final class SqlPictureStore implements PictureStore {
  private static final String PUT =
      """
      insert into pictures (owner_id, place, hash, content_type, content)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND =
      """
      select hash, content_type, content
      from pictures
      where owner_id = ? and place = ? and hash = ?
      """;
  private static final String KEEP_ONLY =
      "delete from pictures where owner_id = ? and place = ? and hash <> ?";
  private static final String REMOVE_ALL = "delete from pictures where owner_id = ?";

  private final Database database;

  SqlPictureStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(long owner, Spot spot, StoredPicture picture) {
    database.write(
        connection ->
            Sql.update(
                connection,
                PUT,
                owner,
                spot.name(),
                picture.hash(),
                picture.contentType(),
                picture.bytes()));
  }

  @Override
  public Optional<StoredPicture> find(long owner, Spot spot, String hash) {
    return database.read(
        connection ->
            Sql.one(
                connection,
                FIND,
                row ->
                    new StoredPicture(
                        Sql.text(row, "hash"),
                        Sql.text(row, "content_type"),
                        row.getBytes("content")),
                owner,
                spot.name(),
                hash));
  }

  @Override
  public void keepOnly(long owner, Spot spot, @Nullable String hash) {
    String kept = hash == null ? "" : hash;
    database.write(connection -> Sql.update(connection, KEEP_ONLY, owner, spot.name(), kept));
  }

  /** Part of the transaction that deletes an application: its icon, and its bot's pictures. */
  static void removeAll(Connection connection, UserId bot) throws SQLException {
    Sql.update(connection, REMOVE_ALL, bot);
  }
}
