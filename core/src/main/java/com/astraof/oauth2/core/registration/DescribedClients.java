package com.astraof.oauth2.core.registration;

import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.application.ClientDirectory;
import com.astraof.oauth2.core.application.ClientDocument;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.protocol.OAuthError;
import com.astraof.oauth2.core.registration.DocumentSource.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Also finds clients whose {@code client_id} is the address of a document in which they describe
 * themselves. At its first use such a client becomes an application; its document is read again
 * when it is not fresh any more.
 *
 * <p>What cannot be read is never remembered. How often documents are asked for is limited by the
 * source, and what was read once does for a day when the host is away.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/">OAuth
 *     Client ID Metadata Document</a>
 */
public final class DescribedClients implements ClientDirectory {
  private static final Place NOWHERE = new Place("", Device.UNKNOWN);
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final ClientDirectory registered;
  private final ApplicationStore applications;
  private final RegistrationStore registrations;
  private final Entrance entrance;
  private final Outside outside;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  public DescribedClients(
      ApplicationStore applications,
      RegistrationStore registrations,
      Entrance entrance,
      Outside outside) {
    this.registered = ClientDirectory.of(applications);
    this.applications = applications;
    this.registrations = registrations;
    this.entrance = entrance;
    this.outside = outside;
  }

  /**
   * @param hosts whose documents are believed
   * @param most how many applications may have come in by themselves
   */
  public record Outside(DocumentSource source, Predicate<String> hosts, int most) {}

  @Override
  public Found find(String clientId, Instant now) {
    if (!clientId.startsWith(DocumentAddress.SCHEME)) {
      return registered.find(clientId, now);
    }
    var address = DocumentAddress.parse(clientId);
    if (address.isEmpty()) {
      return new Found.Unusable("its address is https, a host and a path, and nothing else");
    }
    if (!outside.hosts().test(address.get().host())) {
      return new Found.Unusable("its host is not one that this server takes documents from");
    }
    var known = registrations.describedAt(clientId);
    return known.filter(application -> isFresh(application, now)).isPresent()
        ? Found.of(known)
        : inTurn(clientId, now);
  }

  private static boolean isFresh(Application application, Instant now) {
    ClientDocument document = application.ownership().document();
    return document != null && now.isBefore(document.freshUntil());
  }

  /** One request reads a document, and those that came meanwhile see what it found. */
  private Found inTurn(String address, Instant now) {
    var turn = turns.computeIfAbsent(address, _ -> new ReentrantLock());
    turn.lock();
    try {
      var known = registrations.describedAt(address);
      return known.filter(application -> isFresh(application, now)).isPresent()
          ? Found.of(known)
          : read(address, known, now);
    } finally {
      turns.remove(address, turn);
      turn.unlock();
    }
  }

  private Found read(String address, Optional<Application> known, Instant now) {
    return switch (outside.source().read(address)) {
      case Reading.Failed(var why) -> unread(known, why, now);
      case Reading.Read(var clientId, var _, var _) when !clientId.equals(address) ->
          unread(known, "its client_id is not its own address, character by character", now);
      case Reading.Read read ->
          problemWith(read.metadata())
              .map(why -> unread(known, why, now))
              .orElseGet(() -> taken(address, known, read, now));
    };
  }

  /** There is no secret that only the client and we could know. */
  private static Optional<String> problemWith(ClientMetadata said) {
    return said.method().startsWith("client_secret_")
        ? Optional.of("its token_endpoint_auth_method has to be none or private_key_jwt")
        : MetadataRules.problemWith(said)
            .map(OAuthError::description)
            .map(DescribedClients::clause);
  }

  /** A description without its full stop, since the sentence goes on. */
  private static String clause(String description) {
    return description.replaceFirst("\\.$", "");
  }

  private static Found unread(Optional<Application> known, String why, Instant now) {
    return known
        .filter(application -> isGoodEnough(application, now))
        .<Found>map(Found.Known::new)
        .orElseGet(() -> new Found.Unusable(why));
  }

  private static boolean isGoodEnough(Application application, Instant now) {
    ClientDocument document = application.ownership().document();
    return document != null && now.isBefore(document.readAt().plus(LONGEST));
  }

  private Found taken(String address, Optional<Application> known, Reading.Read read, Instant now) {
    var document = new ClientDocument(address, now, now.plus(freshness(read)));
    if (known.isEmpty()) {
      return admitted(read.metadata(), document, now);
    }
    var after = SelfDescribed.changed(known.get(), read.metadata(), List.of(), document);
    boolean isWritten = applications.replace(after, List.of());
    // Where another node was quicker, what it has read is as new as this.
    return isWritten ? new Found.Known(after) : Found.of(registrations.describedAt(address));
  }

  private static Duration freshness(Reading.Read read) {
    Duration said = read.freshFor() == null ? USUAL : read.freshFor();
    if (said.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return said.compareTo(LONGEST) > 0 ? LONGEST : said;
  }

  private Found admitted(ClientMetadata said, ClientDocument document, Instant now) {
    var application = entrance.prepare(said, List.of(), document, now);
    var act = new Act(new Who.Stranger(), NOWHERE, now);
    var admission = new Admission(null, outside.most());
    return entrance.admit(application, null, admission, act) == Admission.Outcome.ADMITTED
        ? new Found.Known(application)
        : new Found.Unusable("so many applications came in by themselves that no more are taken");
  }
}
