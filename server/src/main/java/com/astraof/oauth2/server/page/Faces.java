package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.guild.Guild;
import com.astraof.oauth2.server.view.GuildFace;
import com.astraof.oauth2.server.view.Person;
import org.jspecify.annotations.Nullable;

/** How people and applications look on pages, and where their pictures are. */
public final class Faces {
  private Faces() {}

  public static Person of(User user) {
    return new Person(user.displayName(), user.tag().toString(), avatar(user));
  }

  static GuildFace of(Guild guild) {
    return new GuildFace(guild.id().toString(), guild.name(), icon(guild));
  }

  private static @Nullable String icon(Guild guild) {
    return guild.icon() == null ? null : "/icons/" + guild.id() + "/" + guild.icon();
  }

  /** Path of the picture; null when there is none. */
  public static @Nullable String avatar(User user) {
    String hash = user.profile().avatar();
    return hash == null ? null : "/avatars/" + user.id() + "/" + hash;
  }

  /** Path of the picture; null when there is none. */
  public static @Nullable String icon(Application application) {
    String hash = application.listing().icon();
    return hash == null ? null : "/icons/" + application.id() + "/" + hash;
  }
}
