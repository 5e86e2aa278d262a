package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.HomePage;
import com.astraof.oauth2.server.view.PermissionsPage;
import com.astraof.oauth2.server.view.Person;

/** {@code /}: who is signed in, and the way in or out; and what anyone may read. */
public final class HomePages {
  private final Visits visits;
  private final Pages pages;

  public HomePages(Visits visits, Pages pages) {
    this.visits = visits;
    this.pages = pages;
  }

  public Reply show(Call call) {
    Visit visit = visits.of(call);
    Person person = visit.session().map(Session::user).map(Faces::of).orElse(null);
    return pages.page(200, pages.views().home(new HomePage(visit.frame(), person)), visit);
  }

  /** {@code GET /permissions}. */
  public Reply permissions(Call call) {
    Visit visit = visits.of(call);
    return pages.page(200, pages.views().permissions(new PermissionsPage(visit.frame())), visit);
  }
}
