package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.application.Application.BotSettings;
import com.astraof.oauth2.core.application.Application.Client;
import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.application.Application.Links;
import com.astraof.oauth2.core.application.Application.Listing;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.protocol.RedirectUri;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to be changed about an application. Nothing of it has been checked. */
public sealed interface ApplicationEdit {
  /** What breaks a rule of contract 1.6 in itself, by its path. */
  default List<FieldProblem> problems() {
    return List.of();
  }

  /** What does not fit the application as it stands. */
  default List<FieldProblem> problemsFor(Application current) {
    return List.of();
  }

  Application applyTo(Application application);

  /** {@code name}. */
  record Rename(String name) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problems() {
      return ApplicationRules.problemsWithName(name);
    }

    @Override
    public Application applyTo(Application application) {
      var old = application.listing();
      return application.with(new Listing(name, old.description(), old.icon(), old.links()));
    }
  }

  /** {@code description}; null for none. */
  record Describe(@Nullable String description) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problems() {
      return ApplicationRules.problemsWithDescription(description);
    }

    @Override
    public Application applyTo(Application application) {
      var old = application.listing();
      return application.with(new Listing(old.name(), description, old.icon(), old.links()));
    }
  }

  /** {@code icon}: the hash of a picture that is stored; null for none. */
  record Icon(@Nullable String hash) implements ApplicationEdit {
    @Override
    public Application applyTo(Application application) {
      var old = application.listing();
      return application.with(new Listing(old.name(), old.description(), hash, old.links()));
    }
  }

  /** {@code website}, {@code terms_of_service_url} or {@code privacy_policy_url}; null for none. */
  record Link(Page page, @Nullable String address) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problems() {
      return ApplicationRules.problemsWithLink(page.field(), address);
    }

    @Override
    public Application applyTo(Application application) {
      var old = application.listing();
      var links = page.in(old.links(), address);
      return application.with(new Listing(old.name(), old.description(), old.icon(), links));
    }
  }

  /** {@code redirect_uris}: the whole list. */
  record RedirectUris(List<String> uris) implements ApplicationEdit {
    public RedirectUris {
      uris = List.copyOf(uris);
    }

    @Override
    public List<FieldProblem> problems() {
      return ApplicationRules.problemsWithRedirectUris(uris, ClientType.PUBLIC);
    }

    @Override
    public List<FieldProblem> problemsFor(Application current) {
      return ApplicationRules.problemsWithRedirectUris(uris, current.client().type());
    }

    @Override
    public Application applyTo(Application application) {
      var all = uris.stream().map(RedirectUri::new).toList();
      return application.with(application.client().withRedirectUris(all));
    }
  }

  /** One redirect URI more, at the end of the list. */
  record AddRedirectUri(String uri) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problemsFor(Application current) {
      var problem = ApplicationRules.problemWith(uri, current.client().type());
      if (problem.isPresent()) {
        return List.of(new FieldProblem("redirect_uri", problem.get()));
      }
      return ApplicationRules.problemsWithOneMore(current.client().redirectUris(), uri);
    }

    @Override
    public Application applyTo(Application application) {
      var uris = new ArrayList<>(application.client().redirectUris());
      uris.add(new RedirectUri(uri));
      return application.with(application.client().withRedirectUris(uris));
    }
  }

  /** One redirect URI less; nothing changes when it is not registered. */
  record RemoveRedirectUri(String uri) implements ApplicationEdit {
    @Override
    public Application applyTo(Application application) {
      var uris = new ArrayList<>(application.client().redirectUris());
      uris.removeIf(registered -> registered.matches(uri));
      return application.with(application.client().withRedirectUris(uris));
    }
  }

  /**
   * {@code client_type}. A public client has no secrets and no keys: those it had are gone. A
   * confidential one starts without, and authenticates once it has been given one.
   */
  record ChangeType(ClientType type) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problemsFor(Application current) {
      if (type == ClientType.PUBLIC && current.client().demands().names(Demand.FAPI)) {
        return List.of(
            new FieldProblem("client_type", "FAPI 2.0 is for confidential applications."));
      }
      boolean isNative =
          current.client().redirectUris().stream().anyMatch(RedirectUri::isPrivateUse);
      return type == ClientType.CONFIDENTIAL && isNative
          ? List.of(
              new FieldProblem(
                  "client_type", "Remove the redirect URIs with a scheme of the app's own first."))
          : List.of();
    }

    @Override
    public Application applyTo(Application application) {
      var old = application.client();
      return type == old.type()
          ? application
          : application.with(
              new Client(type, old.redirectUris(), List.of(), ClientKeys.NONE, old.demands()));
    }
  }

  /** {@code jwks} and {@code jwks_uri}: the keys by which a confidential client authenticates. */
  record Keys(ClientKeys keys) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problems() {
      return switch (keys) {
        case ClientKeys.None() -> List.of();
        case ClientKeys.Registered(var jwks) ->
            ClientKeyRules.problemWith(jwks).stream()
                .map(problem -> new FieldProblem("jwks", problem))
                .toList();
        case ClientKeys.Published(var at) ->
            ApplicationRules.problemsWithLink("jwks_uri", at.toString());
      };
    }

    @Override
    public List<FieldProblem> problemsFor(Application current) {
      boolean isRemoval = keys instanceof ClientKeys.None;
      if (!isRemoval && !current.isConfidential()) {
        return List.of(new FieldProblem("jwks", "A public application authenticates by no key."));
      }
      return isRemoval && isLastWay(current.client())
          ? List.of(
              new FieldProblem(
                  "jwks",
                  "These keys are the last way to authenticate: create a secret first, and without"
                      + " FAPI 2.0."))
          : List.of();
    }

    private static boolean isLastWay(Client client) {
      return client.hasKeys()
          && (client.secrets().isEmpty() || client.demands().names(Demand.FAPI));
    }

    @Override
    public Application applyTo(Application application) {
      ClientKeys kept =
          keys instanceof ClientKeys.Registered registered ? registered.inProperJson() : keys;
      return application.with(application.client().withKeys(kept));
    }
  }

  /** One of the {@link Demand}s, chosen or not. */
  record Bind(Demand demand, boolean chosen) implements ApplicationEdit {
    @Override
    public List<FieldProblem> problemsFor(Application current) {
      if (!chosen || demand != Demand.FAPI) {
        return List.of();
      }
      if (!current.isConfidential()) {
        return List.of(new FieldProblem("fapi", "FAPI 2.0 is for confidential applications."));
      }
      return current.client().hasKeys()
          ? List.of()
          : List.of(
              new FieldProblem("fapi", "FAPI 2.0 accepts no secret: register keys first of all."));
    }

    @Override
    public Application applyTo(Application application) {
      var client = application.client();
      return application.with(client.with(client.demands().with(demand, chosen)));
    }
  }

  /** {@code bot_public}. */
  record BotPublic(boolean isPublic) implements ApplicationEdit {
    @Override
    public Application applyTo(Application application) {
      var old = application.bot();
      return application.with(new BotSettings(isPublic, old.requiresCodeGrant(), old.token()));
    }
  }

  /** {@code bot_require_code_grant}. */
  record BotRequiresCodeGrant(boolean required) implements ApplicationEdit {
    @Override
    public Application applyTo(Application application) {
      var old = application.bot();
      return application.with(new BotSettings(old.isPublic(), required, old.token()));
    }
  }

  /** A page of the application's own. */
  enum Page {
    WEBSITE("website"),
    TERMS_OF_SERVICE("terms_of_service_url"),
    PRIVACY_POLICY("privacy_policy_url");

    private final String field;

    Page(String field) {
      this.field = field;
    }

    /** Its field in JSON and forms. */
    public String field() {
      return field;
    }

    Links in(Links old, @Nullable String address) {
      return switch (this) {
        case WEBSITE -> new Links(address, old.termsOfService(), old.privacyPolicy());
        case TERMS_OF_SERVICE -> new Links(old.website(), address, old.privacyPolicy());
        case PRIVACY_POLICY -> new Links(old.website(), old.termsOfService(), address);
      };
    }
  }
}
