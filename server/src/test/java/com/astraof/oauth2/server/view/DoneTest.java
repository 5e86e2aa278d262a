package com.astraof.oauth2.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoneTest {
  @ParameterizedTest
  @EnumSource
  void whatever_was_done_is_said_in_a_sentence_and_travels_in_an_address(Done done) {
    String address = done.on("/settings");

    assertThat(Words.in(Locale.ENGLISH).say(done.notice().key())).endsWith(".");
    assertThat(Done.of(address.substring(address.indexOf('=') + 1))).contains(done);
  }

  @Test
  void nothing_else_is_said() {
    assertThat(Done.of("You won!")).isEmpty();
  }
}
