package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.OwnApplications;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.audit.AuditLog;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.authorization.ConsentStore;
import com.astraof.oauth2.core.connection.Connections;
import com.astraof.oauth2.core.factor.Passkeys;
import com.astraof.oauth2.core.factor.TwoFactor;
import com.astraof.oauth2.core.guild.GuildStore;
import com.astraof.oauth2.core.guild.MessageStore;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * All that is kept about a person, as one JSON file for them: what the API shows of each thing, and
 * nothing that lets anybody in. Of what they wrote and what happened to them, the latest {@value
 * #MOST} of each.
 */
public final class PersonalData {
  private static final int MOST = 10_000;

  private final TwoFactor factors;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final Connections connections;
  private final ConsentStore consents;
  private final OwnApplications applications;
  private final GuildStore guilds;
  private final MessageStore messages;
  private final AuditLog audit;

  public PersonalData(
      TwoFactor factors,
      Passkeys passkeys,
      Sessions sessions,
      Connections connections,
      ConsentStore consents,
      OwnApplications applications,
      GuildStore guilds,
      MessageStore messages,
      AuditLog audit) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.connections = connections;
    this.consents = consents;
    this.applications = applications;
    this.guilds = guilds;
    this.messages = messages;
    this.audit = audit;
  }

  /** The file, to be kept on the person's own device. Taking it is audited. */
  public Reply file(User user, Act act) {
    audit.add(AuditEvent.account(Event.DATA_TAKEN, user.id(), act));
    String name = "astral-" + user.id() + ".json";
    return Reply.json(200, json(user, act.at()))
        .noStore()
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private String json(User user, Instant now) {
    UserId id = user.id();
    var json = Json.object().put("taken_at", Timestamps.text(now));
    json.set("user", UserJson.own(user, factors.of(id)));
    json.put("registered_at", Timestamps.text(user.createdAt()));
    json.set("passkeys", list(passkeys.of(id), PasskeyApi::json));
    json.set("sessions", list(sessions.of(id, now), SessionList::json));
    json.set("authorized_apps", list(consents.of(id), Authorizations::json));
    json.set("connections", list(connections.of(id), MyConnections::json));
    json.set("guilds", list(guilds.guildsOf(id, GuildStore.Page.first(MOST)), GuildJson::forApp));
    json.set("applications", list(applications.of(id), PersonalData::owned));
    json.set("messages", list(messages.by(id, MOST), MessageJson::of));
    json.set("security_activity", list(audit.of(id, Long.MAX_VALUE, MOST), SecurityActivity::json));
    return Json.text(json);
  }

  private static JsonNode owned(Application application) {
    return ApplicationJson.listing(application);
  }

  private static <T> ArrayNode list(List<T> things, Function<T, ? extends JsonNode> json) {
    var list = Json.array();
    things.forEach(thing -> list.add(json.apply(thing)));
    return list;
  }
}
