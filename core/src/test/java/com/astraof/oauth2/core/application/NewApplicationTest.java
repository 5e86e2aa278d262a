package com.astraof.oauth2.core.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.testing.Attack;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewApplicationTest {
  private static final String URI = "https://app.example/cb";

  @Test
  void an_application_has_a_name_of_1_to_100_characters() {
    assertThat(fields("a", List.of())).isEmpty();
    assertThat(fields("😀".repeat(100), List.of())).isEmpty();
    assertThat(fields("", List.of())).containsExactly("name");
    assertThat(fields("a".repeat(101), List.of())).containsExactly("name");
  }

  @Test
  void an_application_has_at_most_ten_redirect_uris() {
    assertThat(fields("App", Collections.nCopies(10, URI))).isEmpty();
    assertThat(fields("App", Collections.nCopies(11, URI))).containsExactly("redirect_uris");
  }

  @Test
  @Attack("R-05")
  @Attack("R-06")
  @Attack("R-08")
  void each_redirect_uri_that_may_not_be_is_named_by_its_place() {
    var uris = List.of(URI, "javascript:alert(1)", URI, "http://app.example/cb", URI + "#x");

    assertThat(fields("App", uris))
        .containsExactly("redirect_uris.1", "redirect_uris.3", "redirect_uris.4");
  }

  private static List<String> fields(String name, List<String> redirectUris) {
    return new NewApplication(new UserId(1), name, ClientType.CONFIDENTIAL, redirectUris, true)
        .problems().stream().map(FieldProblem::path).toList();
  }
}
