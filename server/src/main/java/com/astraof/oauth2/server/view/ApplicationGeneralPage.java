package com.astraof.oauth2.server.view;

import java.time.Instant;

/**
 * {@code /settings/applications/{id}}: what people see of an application.
 *
 * @param problems of the fields the fields of {@link Entered}, and {@code icon}
 */
public record ApplicationGeneralPage(
    ApplicationFrame application, Instant createdAt, Entered entered, Problems problems) {
  /** As typed or kept; what there is none of is empty. */
  public record Entered(
      String name,
      String description,
      String website,
      String termsOfService,
      String privacyPolicy) {}
}
