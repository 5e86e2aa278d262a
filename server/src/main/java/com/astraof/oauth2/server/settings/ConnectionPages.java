package com.astraof.oauth2.server.settings;

import com.astraof.oauth2.core.connection.Connection;
import com.astraof.oauth2.core.connection.Connections;
import com.astraof.oauth2.core.connection.Visibility;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.server.connection.Provider;
import com.astraof.oauth2.server.connection.Providers;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.page.Pages;
import com.astraof.oauth2.server.view.ConnectionsPage;
import com.astraof.oauth2.server.view.Done;
import com.astraof.oauth2.server.view.NotLinked;
import com.astraof.oauth2.server.view.Notice;
import com.astraof.oauth2.server.view.Section;
import com.astraof.oauth2.server.view.SettingsFrame;
import java.util.Optional;

/**
 * {@code /settings/connections}: which accounts elsewhere are linked, who sees them, and how to
 * unlink them.
 */
public final class ConnectionPages {
  private final Connections connections;
  private final Providers providers;
  private final Pages pages;

  public ConnectionPages(Connections connections, Providers providers, Pages pages) {
    this.connections = connections;
    this.providers = providers;
    this.pages = pages;
  }

  public Reply show(SettingsVisit visit) {
    var items = connections.of(visit.user().id()).stream().map(this::item).toList();
    var services = providers.all().stream().map(ConnectionPages::service).toList();
    String html = pages.views().connections(new ConnectionsPage(frame(visit), items, services));
    return services.isEmpty()
        ? pages.page(200, html, visit.visit())
        : pages.leadingOut(200, html, visit.visit(), origins());
  }

  private static ConnectionsPage.Service service(Provider provider) {
    String host = provider.endpoints().authorization().getRawAuthority();
    return new ConnectionsPage.Service(provider.type(), provider.name(), host);
  }

  private String[] origins() {
    return providers.all().stream()
        .map(Provider::endpoints)
        .map(Provider.Endpoints::origin)
        .distinct()
        .toArray(String[]::new);
  }

  /** Says what was just done, or why an account was not linked. */
  private SettingsFrame frame(SettingsVisit visit) {
    var query = visit.call().query();
    Optional<Notice> problem =
        query
            .optional("not_linked")
            .flatMap(NotLinked::of)
            .map(why -> why.notice(named(visit, query)));
    return problem
        .map(notice -> visit.frame(Section.CONNECTIONS, notice))
        .orElseGet(() -> visit.frame(Section.CONNECTIONS));
  }

  private String named(SettingsVisit visit, Parameters query) {
    return query
        .optional("service")
        .flatMap(providers::find)
        .map(Provider::name)
        .orElseGet(() -> visit.words().say("connections.some_service"));
  }

  private ConnectionsPage.Item item(Connection connection) {
    var account = connection.account();
    return new ConnectionsPage.Item(
        account.type(),
        account.id(),
        account.name(),
        providers.nameOf(account.type()),
        connection.isVisible(),
        connection.linkedAt());
  }

  /**
   * {@code POST /settings/connections/visibility}: what is not one's own is answered like what is.
   */
  public Reply setVisibility(SettingsVisit visit, Parameters form) {
    boolean hide = form.optional("visibility").orElse("").equals("0");
    connections.show(
        visit.user().id(),
        form.optional("type").orElse(""),
        form.optional("account").orElse(""),
        hide ? Visibility.NOBODY : Visibility.EVERYONE);
    return done(hide ? Done.CONNECTION_HIDDEN : Done.CONNECTION_SHOWN);
  }

  /** {@code POST /settings/connections/unlink}, in the same way. */
  public Reply unlink(SettingsVisit visit, Parameters form) {
    connections.unlink(
        visit.user().id(),
        form.optional("type").orElse(""),
        form.optional("account").orElse(""),
        visit.act());
    return done(Done.UNLINKED);
  }

  private static Reply done(Done done) {
    return Reply.seeOther(done.on(Section.CONNECTIONS)).noStore();
  }
}
