package com.astraof.oauth2.server.view;

import com.astraof.oauth2.server.view.ConsentPage.Asker;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks into which guild a bot shall go.
 *
 * @param guilds that the user may add bots to
 * @param others names of those that the user is in and may not
 * @param parameters of the request that led here, which the choice is added to
 */
public record BotGuildsPage(
    Frame frame,
    Asker application,
    Person user,
    List<GuildFace> guilds,
    List<String> others,
    Map<String, String> parameters,
    Decision decision) {
  public BotGuildsPage {
    guilds = List.copyOf(guilds);
    others = others.stream().map(Shown::text).toList();
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** Whether there are so many that one wants to search. */
  public boolean isLong() {
    return guilds.size() > 6;
  }

  /** The names of the others, as one text. */
  public String otherNames() {
    return String.join(", ", others);
  }
}
