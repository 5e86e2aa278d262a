package com.astraof.oauth2.server.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The services that the operator named, in the order of their names. */
public record Providers(List<Provider> all) {
  public static final Providers NONE = new Providers(List.of());

  public Providers {
    all =
        all.stream()
            .sorted(Comparator.comparing(Provider::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
  }

  public Optional<Provider> find(String type) {
    return all.stream().filter(provider -> provider.type().equals(type)).findFirst();
  }

  /** Its name for people; the bare type of one that is no longer named. */
  public String nameOf(String type) {
    return find(type).map(Provider::name).orElse(type);
  }
}
