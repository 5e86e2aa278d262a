package com.astraof.oauth2.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.astraof.oauth2.core.secret.Secret;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The shape of the house: which room may know which. */
final class ArchitectureTest {
  private static final String ROOT = "com.astraof.oauth2.";
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("com.astraof.oauth2");

  /** The rooms where a secret's text is hashed, sealed, sent once or typed into a form's answer. */
  private static final Set<String> MAY_EXPOSE =
      Set.of(
          "core.account.KnownPasswords",
          "core.account.PasswordHasher",
          "core.account.PasswordRule",
          "core.account.Sessions",
          "core.application.ClientAssertion",
          "core.application.NewSecret",
          "core.application.SecretReasons",
          "core.authorization.AuthorizationResponse",
          "core.device.DeviceCodes",
          "core.token.AccessTokens",
          "core.token.Codes",
          "core.token.RefreshTokens",
          "server.AccountNewPasswordCommand",
          "server.AccountRecoverCommand",
          "server.DemoCommand",
          "server.DemoConnections",
          "server.DemoGuide",
          "server.DemoWorld",
          "server.RegistrationCommand",
          "server.RehearseCommand",
          "server.connection.ProviderClient",
          "server.mail.SmtpCarrier",
          "server.oauth.DeviceAuthorizationEndpoint",
          "server.oauth.TokenEndpoint",
          "server.page.Visits",
          "server.registration.RegistrationAnswers",
          "server.rest.ApplicationKeys",
          "server.rest.Applications",
          "server.rest.Confirmations",
          "server.rest.Login",
          "server.rest.Register",
          "server.rest.SecondSteps",
          "server.view.FreshSecret",
          "storage.PostgresSource");

  @Test
  void dependencies_point_inward() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "core..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                ROOT + "storage..",
                ROOT + "server..",
                ROOT + "demoapp..",
                "java.sql..",
                "java.net.http..",
                "io.helidon..",
                "org.slf4j.."))
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "storage..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "server..", ROOT + "demoapp..", "io.helidon.."))
        .check(CODE);
  }

  @Test
  void the_demo_app_knows_nothing_of_us() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "demoapp..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + "core..", ROOT + "storage..", ROOT + "server.."))
        .check(CODE);
  }

  @Test
  void features_do_not_go_round_in_circles() {
    slices().matching(ROOT + "core.(*)..").should().beFreeOfCycles().check(CODE);
    slices().matching(ROOT + "server.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void one_package_knows_the_http_engine_and_one_module_knows_sql() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "server.http..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.helidon.."))
        .check(CODE);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "storage..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
        .check(CODE);
  }

  @Test
  void one_package_knows_what_traces_are_sent_with() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "server.trace..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.opentelemetry.."))
        .check(CODE);
  }

  @Test
  void time_and_chance_come_in_from_outside() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "core..", ROOT + "storage..", ROOT + "server..")
        .and()
        .doNotHaveSimpleName("SystemEntropy")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callConstructor(SecureRandom.class)
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.time")
                .and(describe("Clock", type -> type.isEquivalentTo(Clock.class))))
        .check(CODE);
  }

  @Test
  void a_secret_is_exposed_only_in_listed_rooms() {
    noClasses()
        .that(
            describe(
                "are not listed",
                type ->
                    !MAY_EXPOSE.contains(type.getName().replace(ROOT, "").replaceAll("\\$.*", ""))))
        .should()
        .callMethod(Secret.class, "expose")
        .check(CODE);
  }
}
