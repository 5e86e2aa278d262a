package com.astraof.oauth2.core.testing;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.application.Application;
import com.astraof.oauth2.core.application.ApplicationStore;
import com.astraof.oauth2.core.id.ApplicationId;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.secret.SecretHash;
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
  public Optional<Application> find(ApplicationId id) {
    return Optional.ofNullable(applications.get(id));
  }

  @Override
  public boolean register(Application application, User bot, SecretHash botToken) {
    throw new UnsupportedOperationException("These applications do not change");
  }

  @Override
  public Optional<SecretHash> botToken(ApplicationId id) {
    throw new UnsupportedOperationException("These applications have no bots");
  }

  @Override
  public List<Application> ownedBy(UserId owner) {
    throw new UnsupportedOperationException("These applications are only looked up by id");
  }
}
