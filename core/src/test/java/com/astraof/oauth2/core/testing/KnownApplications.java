package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applications that are there and do not change, for rules that only look them up. */
public final class KnownApplications implements ApplicationStore {
  private final Map<ApplicationId, Application> applications;

  public KnownApplications(Application... applications) {
    this.applications =
        Stream.of(applications)
            .collect(Collectors.toUnmodifiableMap(Application::id, Function.identity()));
  }

  @Override
  public Optional<String> name(ApplicationId id) {
    return find(id).map(Application::name);
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return Optional.ofNullable(applications.get(id));
  }

  @Override
  public boolean register(Application application, User bot, AuditEvent event) {
    throw theyDoNotChange();
  }

  @Override
  public boolean replace(Application after, List<AuditEvent> events) {
    throw theyDoNotChange();
  }

  @Override
  public boolean delete(Application seen, AuditEvent event) {
    throw theyDoNotChange();
  }

  @Override
  public boolean deleteUnused(Application seen, AuditEvent event) {
    throw theyDoNotChange();
  }

  @Override
  public boolean oversee(Application after, AuditEvent event) {
    throw theyDoNotChange();
  }

  @Override
  public List<Application> after(ApplicationId id, int limit) {
    throw theyDoNotChange();
  }

  @Override
  public List<Application> verified() {
    return applications.values().stream()
        .filter(application -> application.oversight().isVerified())
        .toList();
  }

  @Override
  public List<Application> ownedBy(UserId owner) {
    throw theyDoNotChange();
  }

  @Override
  public List<Application> offeredTo(UserId user) {
    throw theyDoNotChange();
  }

  private static UnsupportedOperationException theyDoNotChange() {
    return new UnsupportedOperationException("These applications are only looked up by id");
  }
}
