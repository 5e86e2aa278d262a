package com.astraof.oauth2.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.server.testing.Pictures;
import com.astraof.oauth2.server.testing.TestApp;
import com.astraof.oauth2.server.testing.TestServer;
import com.astraof.oauth2.server.testing.TestUser;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Avatars, banners and icons over the API (contract 1.6), and where they are shown. */
final class PictureStoryTest {
  private static final String ME = "/api/v1/users/@me";
  private static final String RED = Pictures.dataUri("image/png", Pictures.png(600, 300));
  private static final String SMALL = Pictures.dataUri("image/png", Pictures.png(20, 20));

  private final TestServer server = TestServer.start();
  private final TestUser ada = server.user("ada");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Attack("S-06")
  void an_avatar_is_seen_by_anyone_and_nothing_in_it_can_run() {
    var me = ada.patch(ME, Map.of("avatar", RED)).hasStatus(200);

    assertThat(me.text("avatar")).matches("[0-9a-f]{32}");
    server
        .wire()
        .get("/avatars/" + ada.id() + "/" + me.text("avatar"))
        .hasStatus(200)
        .hasHeader("Content-Type", "image/png")
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        .hasHeader("Cache-Control", "public, max-age=31536000, immutable");
    for (String path : List.of("/x", "/..%2f..%2fmaster.key", "/" + "0".repeat(32))) {
      server.wire().get("/avatars/" + ada.id() + path).hasStatus(404);
    }
    server.wire().get("/avatars/x/" + me.text("avatar")).hasStatus(404);
    server.wire().get("/icons/" + ada.id() + "/" + me.text("avatar")).hasStatus(404);
  }

  @Test
  void a_new_picture_takes_the_place_of_the_old_and_null_of_any() {
    var first = ada.patch(ME, Map.of("avatar", RED, "banner", SMALL)).text("avatar");
    var base64 = Base64.getEncoder().encodeToString(Pictures.png(30, 30));

    var second = ada.patch(ME, Map.of("avatar", base64)).hasStatus(200);

    assertThat(second.text("banner")).isNotEmpty();
    server.wire().get("/avatars/" + ada.id() + "/" + first).hasStatus(404);
    server.wire().get("/avatars/" + ada.id() + "/" + second.text("avatar")).hasStatus(200);
    server.wire().get("/banners/" + ada.id() + "/" + second.text("banner")).hasStatus(200);
    var none = new HashMap<String, Object>();
    none.put("avatar", null);
    assertThat(ada.patch(ME, none).hasStatus(200).json().path("avatar").isNull()).isTrue();
    server.wire().get("/avatars/" + ada.id() + "/" + second.text("avatar")).hasStatus(404);
  }

  @Test
  void what_moves_is_named_so() {
    var frame = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    var gif = Pictures.moving(List.of(frame, Pictures.halves(20, 20)));

    var hash = ada.patch(ME, Map.of("avatar", Pictures.dataUri("image/gif", gif))).text("avatar");

    assertThat(hash).startsWith("a_");
    server.wire().get("/avatars/" + ada.id() + "/" + hash).hasHeader("Content-Type", "image/gif");
  }

  @Test
  @Attack("S-07")
  void what_is_no_picture_is_named_and_nothing_changes() {
    var before = ada.patch(ME, Map.of("avatar", SMALL)).text("avatar");
    var svg = Pictures.SVG.getBytes(StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            "no base64!",
            Pictures.dataUri("image/svg+xml", svg),
            Pictures.dataUri("image/png", svg),
            "https://evil.example/picture.png",
            "data:image/png,plain")) {
      ada.patch(ME, Map.of("avatar", bad, "bio", "changed")).invalidOn("avatar");
    }
    ada.patch(ME, Map.of("avatar", 7)).invalidOn("avatar");

    var me = ada.get(ME);
    assertThat(me.text("avatar")).isEqualTo(before);
    assertThat(me.json().path("bio").isNull()).isTrue();
  }

  @Test
  @Attack("S-07")
  void ten_mebibytes_are_the_most() {
    String tooLarge = Base64.getEncoder().encodeToString(new byte[10 * 1024 * 1024 + 1]);
    ada.patch(ME, Map.of("avatar", tooLarge)).invalidOn("avatar");

    ada.patch(ME, Map.of("avatar", "A".repeat(15 * 1024 * 1024))).hasStatus(413);
    ada.post("/api/v1/oauth2/applications", Map.of("name", "A".repeat(70_000)))
        .deniedWith(413, "GENERAL_ERROR");
  }

  @Test
  void an_application_and_its_bot_have_pictures_too() {
    TestApp app = ada.registersApp("Stargazer", "confidential", TestApp.REDIRECT_URI);
    var one = "/api/v1/oauth2/applications/" + app.id();

    var icon = ada.patch(one, Map.of("icon", RED)).hasStatus(200).text("icon");
    var bot = ada.patch(one + "/bot", Map.of("avatar", RED, "banner", SMALL)).hasStatus(200);

    server.wire().get("/icons/" + app.id() + "/" + icon).hasStatus(200);
    server.wire().get("/avatars/" + app.id() + "/" + bot.text("avatar")).hasStatus(200);
    assertThat(server.wire().get(one + "/public").text("icon")).isEqualTo(icon);
    ada.patch(one, Map.of("icon", "x")).invalidOn("icon");
    server.user("mallory").patch(one, Map.of("icon", SMALL)).deniedWith(403, "ACCESS_DENIED");
    assertThat(ada.get(one).text("icon")).isEqualTo(icon);
  }
}
