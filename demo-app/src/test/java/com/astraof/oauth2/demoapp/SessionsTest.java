package com.astraof.oauth2.demoapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private final Sessions sessions = new Sessions(new SecureRandom());

  @Test
  void the_oldest_session_makes_room_for_a_new_one() {
    var oldest = sessions.open();
    var second = sessions.open();

    for (int i = 1; i < Sessions.MOST; i++) {
      sessions.open();
    }

    assertThat(sessions.find(oldest.id())).isEmpty();
    assertThat(sessions.find(second.id())).containsSame(second);
  }

  @Test
  void a_replaced_session_cannot_be_found_any_more() {
    var old = sessions.open();

    var fresh = sessions.replace(old);

    assertThat(sessions.find(old.id())).isEmpty();
    assertThat(sessions.find(fresh.id())).containsSame(fresh);
  }
}
