package com.astraof.oauth2.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;

final class KeyPairsTest {
  @RepeatedTest(500)
  void the_name_of_a_new_key_is_no_option_on_a_command_line() {
    assertThat(KeyPairs.generate(SigningAlgorithm.ES256).getKeyID())
        .hasSize(43)
        .doesNotStartWith("-");
  }
}
