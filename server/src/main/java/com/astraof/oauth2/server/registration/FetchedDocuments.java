package com.astraof.oauth2.server.registration;

import com.astraof.oauth2.core.fetch.Documents;
import com.astraof.oauth2.core.fetch.Documents.Fetched;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.registration.DocumentSource;
import com.astraof.oauth2.server.json.JsonBody;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.RateLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the documents of clients. Anyone can make this server ask for one, so it asks each host
 * seldom, and all of them together not much more often.
 */
public final class FetchedDocuments implements DocumentSource {
  /** The draft recommends 5 kilobytes. */
  private static final int LONGEST = 5 * 1_024;

  private static final String USUAL_METHOD = "none";

  private final Documents documents;
  private final RateLimits limits;

  public FetchedDocuments(Documents documents, RateLimits limits) {
    this.documents = documents;
    this.limits = limits;
  }

  @Override
  public Reading read(String address) {
    URI uri = URI.create(address);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (limits.isExhausted(Limit.DOCUMENTS_OF_HOST, host)
        || limits.isExhausted(Limit.DOCUMENTS, "")) {
      return new Reading.Failed(
          "its host was asked for documents too often, try again in a minute");
    }
    limits.count(Limit.DOCUMENTS_OF_HOST, host);
    limits.count(Limit.DOCUMENTS, "");
    return switch (documents.fetch(uri)) {
      case Fetched.Failed(var why) -> new Reading.Failed(why);
      case Fetched.Document(var text, var freshFor) -> read(text, freshFor);
    };
  }

  private static Reading read(String text, @Nullable Duration freshFor) {
    if (text.length() > LONGEST) {
      return new Reading.Failed("it has more than " + LONGEST + " characters");
    }
    try {
      var body = JsonBody.parse(text);
      if (body.has("client_secret") || body.has("client_secret_expires_at")) {
        return new Reading.Failed("it holds a client_secret, which everybody can read there");
      }
      String clientId = body.verbatim("client_id").orElse("");
      return new Reading.Read(clientId, MetadataJson.read(body, USUAL_METHOD), freshFor);
    } catch (MalformedRequest e) {
      return new Reading.Failed(e.problem().path() + " in it cannot be read");
    }
  }
}
