package com.astraof.oauth2.server.view;

import static com.astraof.oauth2.server.view.Variants.ADA;
import static com.astraof.oauth2.server.view.Variants.DECISION;
import static com.astraof.oauth2.server.view.Variants.HOSTILE;
import static com.astraof.oauth2.server.view.Variants.PICTURE;
import static com.astraof.oauth2.server.view.Variants.frame;

import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.server.view.BotReviewPage.Abilities;
import com.astraof.oauth2.server.view.BotReviewPage.Answer;
import com.astraof.oauth2.server.view.BotReviewPage.Target;
import com.astraof.oauth2.server.view.BotReviewPage.Wish;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages on which a bot is added, with everything that may be on them. */
final class BotVariants {
  private static final Asker RADIO = new Asker("Midnight Radio", "March 3, 2026");
  private static final GuildFace CREW = new GuildFace("7", "Compiler Crew", null);
  private static final Map<String, String> REQUEST = Map.of("client_id", "1");
  private static final Permissions SOME =
      Permissions.of(
          List.of(
              Permission.VIEW_CHANNEL,
              Permission.SEND_MESSAGES,
              Permission.READ_MESSAGE_HISTORY,
              Permission.MANAGE_MESSAGES,
              Permission.KICK_MEMBERS,
              Permission.CONNECT));
  private static final Abilities NONE = new Abilities(List.of(), List.of());

  private BotVariants() {}

  static Map<String, String> rendered(Views views) {
    var pages = new LinkedHashMap<String, String>();
    guilds(views, pages);
    review(views, pages);
    done(views, pages);
    pages.put(
        "form-post",
        views.formPost(
            new FormPostPage(
                frame(), "https://radio.example/cb", "radio.example", Map.of("code", "c\"<"))));
    pages.put("permissions", views.permissions(new PermissionsPage(frame())));
    return pages;
  }

  private static void guilds(Views views, Map<String, String> pages) {
    var garden = new GuildFace("8", "Night Garden", PICTURE);
    pages.put("bot-guilds", views.botGuilds(guilds(RADIO, List.of(CREW, garden), List.of())));
    var many =
        IntStream.rangeClosed(1, 40)
            .mapToObj(number -> new GuildFace("" + number, "Guild No. " + number, null))
            .toList();
    pages.put(
        "bot-guilds-many",
        views.botGuilds(guilds(RADIO, many, List.of("Night Garden", "Compiler Crew"))));
    pages.put(
        "bot-guilds-none", views.botGuilds(guilds(RADIO, List.of(), List.of("Night Garden"))));
    pages.put(
        "bot-guilds-hostile",
        views.botGuilds(
            guilds(
                new Asker(HOSTILE, "March 3, 2026"),
                List.of(new GuildFace("7", HOSTILE, null)),
                List.of(HOSTILE))));
  }

  private static BotGuildsPage guilds(Asker asker, List<GuildFace> guilds, List<String> others) {
    return new BotGuildsPage(frame(), asker, ADA, guilds, others, REQUEST, DECISION);
  }

  private static void review(Views views, Map<String, String> pages) {
    var change = new Target(CREW, false, "/oauth2/authorize?client_id=1");
    var pinned = new Target(CREW, false, null);
    pages.put(
        "bot-review",
        views.botReview(review(RADIO, change, new Wish(SOME, Permissions.ALL), NONE, null)));
    pages.put(
        "bot-review-capped",
        views.botReview(review(RADIO, pinned, new Wish(SOME, Permissions.DEFAULT), NONE, null)));
    pages.put(
        "bot-review-everything",
        views.botReview(
            review(RADIO, pinned, new Wish(Permissions.ALL, Permissions.ALL), NONE, null)));
    var nothing = new Wish(Permissions.NONE, Permissions.ALL);
    pages.put("bot-review-nothing", views.botReview(review(RADIO, change, nothing, NONE, null)));
    var there = new Target(CREW, true, "/oauth2/authorize?client_id=1");
    var more =
        new Abilities(
            List.of(new Asked(Scope.IDENTIFY, false), new Asked(Scope.EMAIL, true)),
            List.of(new Asked(Scope.GUILDS, false)));
    pages.put(
        "bot-review-there",
        views.botReview(
            review(RADIO, there, new Wish(SOME, Permissions.ALL), more, "app.example")));
    pages.put(
        "bot-review-hostile",
        views.botReview(
            review(
                new Asker(HOSTILE, "March 3, 2026"),
                new Target(new GuildFace("7", HOSTILE, null), false, null),
                new Wish(SOME, Permissions.ALL),
                NONE,
                HOSTILE)));
  }

  private static BotReviewPage review(
      Asker asker, Target target, Wish wish, Abilities abilities, @Nullable String host) {
    return new BotReviewPage(
        frame(), asker, ADA, target, wish, abilities, new Answer(DECISION, host));
  }

  private static void done(Views views, Map<String, String> pages) {
    var some = SOME.stream().toList();
    pages.put("bot-done", views.botDone(new BotDonePage(frame(), "Midnight Radio", CREW, some)));
    pages.put(
        "bot-done-hostile",
        views.botDone(
            new BotDonePage(frame(), HOSTILE, new GuildFace("7", HOSTILE, null), List.of())));
  }
}
