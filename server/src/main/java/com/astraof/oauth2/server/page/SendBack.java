package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.authorization.AuthorizationResponse;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.FormPostPage;

/** Sends the browser back to the app, the way the app wants its answer. */
final class SendBack {
  private final Pages pages;

  SendBack(Pages pages) {
    this.pages = pages;
  }

  Reply with(AuthorizationResponse response, Visit visit) {
    Reply reply =
        switch (response.mode()) {
          case QUERY -> Reply.seeOther(response.location()).noStore();
          case FORM_POST -> form(response, visit);
        };
    return reply.remark("outcome", response.parameters().getOrDefault("error", "code"));
  }

  private Reply form(AuthorizationResponse response, Visit visit) {
    var uri = response.redirectUri();
    var page = new FormPostPage(visit.frame(), uri.value(), uri.host(), response.parameters());
    return pages.leadingOut(200, pages.views().formPost(page), visit, uri.origin());
  }
}
