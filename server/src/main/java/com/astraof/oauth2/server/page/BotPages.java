package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.authorization.AuthorizationRequest;
import com.astraof.oauth2.core.authorization.BotAuthorizer;
import com.astraof.oauth2.core.authorization.BotAuthorizer.Choice;
import com.astraof.oauth2.core.authorization.BotAuthorizer.Obstacle;
import com.astraof.oauth2.core.authorization.BotAuthorizer.Outcome;
import com.astraof.oauth2.core.authorization.BotWish;
import com.astraof.oauth2.core.guild.BotAddition.Prospect;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.core.guild.GuildRefusal;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.GuildStore.Membership;
import com.astraof.oauth2.core.guild.GuildStore.Page;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.protocol.RedirectUri;
import com.astraof.oauth2.core.protocol.Scope;
import com.astraof.oauth2.core.protocol.Scopes;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.Asked;
import com.astraof.oauth2.server.view.BotDonePage;
import com.astraof.oauth2.server.view.BotGuildsPage;
import com.astraof.oauth2.server.view.BotReviewPage;
import com.astraof.oauth2.server.view.GuildFace;
import com.astraof.oauth2.server.view.PermissionGroup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bot authorization flow in the browser: first into which guild, then with what (contract 8).
 */
public final class BotPages {
  private static final int MOST_GUILDS = 200;

  private final BotAuthorizer bots;
  private final GuildStore guilds;
  private final Askers askers;
  private final Pages pages;
  private final SendBack sendBack;

  public BotPages(BotAuthorizer bots, GuildStore guilds, Askers askers, Pages pages) {
    this.bots = bots;
    this.guilds = guilds;
    this.askers = askers;
    this.pages = pages;
    this.sendBack = new SendBack(pages);
  }

  Reply ask(Question question) {
    var obstacle = bots.obstacle(question.request(), question.user());
    if (obstacle.isPresent()) {
      return refuse(question.visit(), obstacle.get());
    }
    BotWish wish = wish(question.request());
    var prospect =
        Optional.ofNullable(wish.guild())
            .flatMap(id -> bots.prospect(question.request(), id, question.user().id()))
            .filter(Prospect::mayAdd);
    if (prospect.isPresent()) {
      return review(question, wish, prospect.get());
    }
    return wish.isPinned()
        ? refuse(question.visit(), GuildRefusal.MISSING_PERMISSIONS)
        : choose(question);
  }

  private Reply choose(Question question) {
    Map<Boolean, List<Guild>> mine =
        guilds.guildsOf(question.user().id(), Page.first(MOST_GUILDS)).stream()
            .collect(
                Collectors.partitioningBy(
                    membership -> membership.permissions().contains(Permission.MANAGE_GUILD),
                    Collectors.mapping(Membership::guild, Collectors.toList())));
    var page =
        new BotGuildsPage(
            question.visit().frame(),
            askers.of(question.request().application(), question.visit().frame().words()),
            Faces.of(question.user()),
            mine.getOrDefault(true, List.of()).stream().map(Faces::of).toList(),
            mine.getOrDefault(false, List.of()).stream().map(Guild::name).toList(),
            withoutGuild(question.request()),
            question.decision());
    return page(question, pages.views().botGuilds(page));
  }

  private Reply review(Question question, BotWish wish, Prospect prospect) {
    var request = question.request();
    String elsewhere = wish.isPinned() ? null : address(withoutGuild(request));
    String host = request.answerTo().map(RedirectUri::host).orElse(null);
    var page =
        new BotReviewPage(
            question.visit().frame(),
            askers.of(request.application(), question.visit().frame().words()),
            Faces.of(question.user()),
            new BotReviewPage.Target(Faces.of(prospect.guild()), prospect.isThere(), elsewhere),
            new BotReviewPage.Wish(wish.permissions(), prospect.grantable()),
            new BotReviewPage.Abilities(question.fresh(), question.known()),
            new BotReviewPage.Answer(question.decision(), host));
    return page(question, pages.views().botReview(page));
  }

  private Reply page(Question question, String html) {
    return question
        .request()
        .answerTo()
        .map(uri -> pages.leadingOut(200, html, question.visit(), uri.origin()))
        .orElseGet(() -> pages.page(200, html, question.visit()));
  }

  /** The user said yes; what they unticked is left out. */
  Reply approve(Answer answer) {
    BotWish wish = wish(answer.request());
    if (wish.guild() == null) {
      return pages.problem(403, answer.visit(), "stale", null);
    }
    Permissions permissions = wish.permissions().and(answer.permissions());
    var choice = new Choice(wish.guild(), permissions, answer.scopes());
    return switch (bots.approve(answer.request(), choice, true, answer.session(), answer.act())) {
      case Outcome.Added(var guild, var response) ->
          response
              .map(one -> sendBack.with(one, answer.visit()))
              .orElseGet(() -> done(answer, Faces.of(guild), permissions));
      case Outcome.NotAdded(var why) -> refuse(answer.visit(), why);
      case Outcome.Refused(var obstacle) -> refuse(answer.visit(), obstacle);
    };
  }

  private Reply done(Answer answer, GuildFace guild, Permissions permissions) {
    String application = answer.request().application().name();
    var page =
        new BotDonePage(answer.visit().frame(), application, guild, permissions.stream().toList());
    return pages
        .page(200, pages.views().botDone(page), answer.visit())
        .remark("outcome", "bot_added");
  }

  private Reply refuse(Visit visit, Obstacle obstacle) {
    return refuse(visit, 403, obstacle.name());
  }

  private Reply refuse(Visit visit, GuildRefusal why) {
    return switch (why) {
      case USER_BANNED_FROM_GUILD, MAX_GUILD_MEMBERS, MAX_GUILD_ROLES ->
          refuse(visit, 403, "bot_" + why.name());
      default -> refuse(visit, 403, "bot_missing_permissions");
    };
  }

  private Reply refuse(Visit visit, int status, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return pages.problem(status, visit, key, null).remark("outcome", key);
  }

  private static BotWish wish(AuthorizationRequest request) {
    return Optional.ofNullable(request.bot()).orElseThrow();
  }

  private static Map<String, String> withoutGuild(AuthorizationRequest request) {
    var parameters = new LinkedHashMap<>(request.parameters());
    parameters.remove("guild_id");
    return parameters;
  }

  private static String address(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", ReturnTo.AUTHORIZE + "?", ""));
  }

  /** What a user sent in answer to a {@link Question}. */
  record Answer(
      Visit visit, Session session, AuthorizationRequest request, Parameters form, Act act) {
    Scopes scopes() {
      return Scopes.of(
          Stream.of(Scope.values()).filter(scope -> isTicked(Asked.fieldOf(scope))).toList());
    }

    Permissions permissions() {
      return Permissions.of(
          Stream.of(Permission.values())
              .filter(permission -> isTicked(PermissionGroup.fieldOf(permission)))
              .toList());
    }

    private boolean isTicked(String field) {
      return form.optional(field).isPresent();
    }
  }
}
