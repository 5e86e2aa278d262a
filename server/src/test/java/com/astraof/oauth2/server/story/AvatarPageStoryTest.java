package com.astraof.oauth2.server.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.picture.PictureReader;
import com.astraof.oauth2.server.testing.Answer;
import com.astraof.oauth2.server.testing.Pictures;
import com.astraof.oauth2.server.testing.TestBrowser;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Choosing an avatar on {@code /settings/account}. */
final class AvatarPageStoryTest {
  private static final String PAGE = "/settings/account";

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");
  private final TestBrowser browser = new TestBrowser(server);

  @BeforeEach
  void signIn() {
    browser.signIn(ada, "/");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer uploaded(byte[] file) {
    return browser.upload(browser.open(PAGE), PAGE + "/avatar", Map.of(), "avatar", file);
  }

  private String avatar() {
    return "/avatars/" + ada.id() + "/" + ada.get("/api/v1/users/@me").text("avatar");
  }

  @Test
  void a_picture_is_shown_until_another_one_is_or_none() {
    assertThat(browser.follow(uploaded(Pictures.png(40, 40))).body())
        .contains("Your new avatar is in place.", "src=\"" + avatar() + "\"");
    String first = avatar();
    browser.open(first).hasStatus(200).hasHeader("Content-Type", "image/png");

    uploaded(Pictures.png(60, 40)).redirect();

    String second = avatar();
    browser.open(second).hasStatus(200);
    browser.open(first).hasStatus(404);

    Answer removed = browser.submitOn(PAGE, PAGE + "/avatar/remove", Map.of());

    assertThat(browser.follow(removed).body())
        .contains("Your avatar is gone.")
        .doesNotContain("/avatars/");
    browser.open(second).hasStatus(404);
  }

  @Test
  @Attack("U-14")
  void what_is_no_picture_is_told_at_its_field_and_changes_nothing() {
    uploaded(Pictures.png(40, 40)).redirect();
    String before = avatar();

    for (String file : new String[] {"", "not a picture", Pictures.SVG}) {
      Answer again = uploaded(file.getBytes(UTF_8)).hasStatus(400);

      assertThat(again.body()).contains("id=\"avatar-problem\"", before);
    }
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_looked_at() {
    assertThat(uploaded(new byte[PictureReader.LARGEST + 1]).hasStatus(400).body())
        .contains("larger than 10 MB");
    assertThat(uploaded(new byte[16 * 1024 * 1024]).hasStatus(413).body()).contains("too much");
  }
}
