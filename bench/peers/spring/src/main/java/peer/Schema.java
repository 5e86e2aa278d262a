package peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that come with the library, for PostgreSQL with text in place of blobs as a comment in
 * them asks for; and indexes, without which every look-up of a token would read the whole table.
 */
record Schema() {
  private static final String PACKAGE = "org/springframework/security/oauth2/server/authorization/";
  private static final List<String> TABLES =
      List.of(
          PACKAGE + "oauth2-authorization-schema.sql",
          PACKAGE + "oauth2-authorization-consent-schema.sql");
  private static final List<String> LOOKED_UP =
      List.of(
          "state",
          "authorization_code_value",
          "access_token_value",
          "refresh_token_value",
          "oidc_id_token_value",
          "user_code_value",
          "device_code_value");

  static Schema created(JdbcTemplate jdbc) throws IOException {
    for (String table : TABLES) {
      String sql = new ClassPathResource(table).getContentAsString(StandardCharsets.UTF_8);
      jdbc.execute(sql.replace("blob", "text"));
    }
    for (String column : LOOKED_UP) {
      jdbc.execute("create index on oauth2_authorization (%s)".formatted(column));
    }
    return new Schema();
  }
}
