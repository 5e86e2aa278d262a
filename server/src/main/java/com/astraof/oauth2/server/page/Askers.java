package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.application.ApplicationNames;
import com.astraof.oauth2.core.application.ClientDocument;
import com.astraof.oauth2.server.view.AppLinks;
import com.astraof.oauth2.server.view.ConsentPage.Asker;
import com.astraof.oauth2.server.view.ConsentPage.Newcomer;
import com.astraof.oauth2.server.view.Trust;
import com.astraof.oauth2.server.view.Words;

/** How apps present themselves where they ask for something, and whether that can be believed. */
public final class Askers {
  private final ApplicationNames names;

  public Askers(ApplicationNames names) {
    this.names = names;
  }

  Asker of(Application application, Words words) {
    Listing listing = application.listing();
    return new Asker(
        application.name(),
        words.date(application.createdAt()),
        Faces.icon(application),
        listing.description(),
        new AppLinks(listing.links()),
        trust(application),
        application.isSelfRegistered() ? newcomer(application) : null);
  }

  private static Newcomer newcomer(Application application) {
    ClientDocument document = application.ownership().document();
    return new Newcomer(document == null ? null : document.host());
  }

  private Trust trust(Application application) {
    if (application.oversight().isVerified()) {
      return Trust.VERIFIED;
    }
    return names.isDoubtful(application) ? Trust.DOUBTFUL : Trust.PLAIN;
  }
}
