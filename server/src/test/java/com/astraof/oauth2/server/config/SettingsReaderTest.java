package com.astraof.oauth2.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.server.config.RegistrationSettings.Mode;
import com.astraof.oauth2.server.config.SettingsReader.Outcome;
import com.astraof.oauth2.server.limit.Limit;
import com.astraof.oauth2.server.limit.Rate;
import com.astraof.oauth2.server.testing.TestCertificate;
import com.astraof.oauth2.storage.DatabaseAddress;
import com.astraof.oauth2.storage.DatabaseAddress.Host;
import com.astraof.oauth2.storage.DatabaseAddress.Postgres;
import com.astraof.oauth2.storage.DatabaseAddress.Sqlite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings are valid, or every problem with them is named. */
final class SettingsReaderTest {
  private static final TestCertificate EC =
      TestCertificate.make("-keyalg", "EC", "-groupname", "secp256r1");
  private static final TestCertificate OTHER =
      TestCertificate.make("-keyalg", "EC", "-groupname", "secp256r1");
  private static final TestCertificate SHORT =
      TestCertificate.make("-keyalg", "RSA", "-keysize", "1024");

  @TempDir private Path folder;

  private static Outcome read(Map<String, String> more) {
    var entries = new HashMap<>(Map.of("issuer", "https://astral.example"));
    entries.putAll(more);
    return new SettingsReader().file(entries).read();
  }

  private static List<String> problems(Map<String, String> more) {
    return switch (read(more)) {
      case Outcome.Valid _ -> List.of();
      case Outcome.Invalid(var problems) -> problems;
    };
  }

  private static Rate rate(String limits, Limit limit) {
    return switch (read(Map.of("limits", limits))) {
      case Outcome.Valid(var settings) -> settings.rates().of(limit);
      case Outcome.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void mail_leaves_encrypted_or_to_this_very_machine() {
    var from = Map.of("smtp-host", "smtp.example.org", "mail-from", "no-reply@example.org");

    assertThat(read(Map.of())).isInstanceOf(Outcome.Valid.class);
    assertThat(problems(from)).isEmpty();
    assertThat(problems(with(from, "smtp-tls", "none")))
        .singleElement()
        .asString()
        .contains("localhost");
    assertThat(problems(with(from, "smtp-tls", "maybe")))
        .singleElement()
        .asString()
        .contains("starttls");
    assertThat(problems(with(from, "smtp-port", "smtp")))
        .singleElement()
        .asString()
        .contains("65535");
    assertThat(problems(with(from, "smtp-user", "astral")))
        .singleElement()
        .asString()
        .contains("smtp-password");
    assertThat(problems(with(from, "mail-from", "a@b.example>, <x@evil.example")))
        .singleElement()
        .asString()
        .contains("mail-from");
    assertThat(problems(Map.of("smtp-host", "localhost", "smtp-tls", "none")))
        .singleElement()
        .asString()
        .contains("mail-from");
  }

  @Test
  void the_door_of_the_operator_is_a_port_or_off() {
    assertThat(problems(Map.of("management-port", "off"))).isEmpty();
    assertThat(problems(Map.of("management-port", "0", "drain-delay", "5s"))).isEmpty();
    assertThat(problems(Map.of("management-port", "70000")))
        .singleElement()
        .asString()
        .contains("or off");
    assertThat(problems(Map.of("drain-delay", "soon", "drain-time", "0s")))
        .hasSize(2)
        .allMatch(problem -> problem.contains("a length of time"));
  }

  @Test
  void traces_go_to_an_address_by_http_without_a_password_in_it() {
    String collector = "http://collector:4318/v1/traces";
    assertThat(traces(Map.of())).isEqualTo(new TraceSettings.Off());
    assertThat(traces(Map.of("traces-endpoint", collector, "traces-share", "0.05")))
        .isEqualTo(new TraceSettings.To(URI.create(collector), 0.05));
    for (String wrong :
        List.of("collector:4318", "grpc://collector:4317", "http://me:hush@collector", "/v1")) {
      assertThat(problems(Map.of("traces-endpoint", wrong)))
          .singleElement()
          .asString()
          .contains("OTLP over HTTP")
          .doesNotContain("hush");
    }
    for (String wrong : List.of("1.5", "-1", "5%", "half")) {
      assertThat(problems(Map.of("traces-share", wrong)))
          .singleElement()
          .asString()
          .contains("from 0 to 1");
    }
  }

  private static TraceSettings traces(Map<String, String> entries) {
    return switch (read(entries)) {
      case Outcome.Valid(var settings) -> settings.outside().traces();
      case Outcome.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void the_port_follows_from_the_encryption_unless_it_is_said() {
    var from = Map.of("smtp-host", "smtp.example.org", "mail-from", "no-reply@example.org");

    assertThat(port(from)).isEqualTo(587);
    assertThat(port(with(from, "smtp-tls", "implicit"))).isEqualTo(465);
    assertThat(port(with(from, "smtp-port", "2525"))).isEqualTo(2_525);
  }

  private static int port(Map<String, String> entries) {
    return read(entries) instanceof Outcome.Valid(var settings)
            && settings.outside().mail() instanceof MailSettings.Smtp smtp
        ? smtp.port()
        : -1;
  }

  private static Map<String, String> with(Map<String, String> some, String key, String value) {
    var more = new HashMap<>(some);
    more.put(key, value);
    return more;
  }

  @Test
  void a_limit_is_requests_in_a_window_and_all_others_stay() {
    String limits = "login = 20/10s, client=6000/1m,application-create=1/24h";

    assertThat(rate(limits, Limit.LOGIN)).isEqualTo(new Rate(20, Duration.ofSeconds(10)));
    assertThat(rate(limits, Limit.CLIENT)).isEqualTo(new Rate(6_000, Duration.ofMinutes(1)));
    assertThat(rate(limits, Limit.APPLICATION_CREATE)).isEqualTo(new Rate(1, Duration.ofDays(1)));
    assertThat(rate(limits, Limit.REGISTER)).isEqualTo(Limit.REGISTER.otherwise());
  }

  @Test
  void every_limit_that_makes_no_sense_is_named() {
    var problems =
        problems(
            Map.of(
                "limits",
                "logn=1/1s,login=0/1s,register=1,global=1/0s,me=1/1d,user=1/25h,"
                    + "gateway=1/1s,gateway=2/1s,"));

    assertThat(problems).hasSize(8);
    assertThat(problems.getFirst()).contains("unknown name: logn");
    assertThat(problems).anyMatch(one -> one.contains("register=1"));
    assertThat(problems).anyMatch(one -> one.contains("twice: gateway"));
  }

  private Map<String, String> tls(String chain, String key) throws IOException {
    Path chainFile = Files.writeString(folder.resolve("chain.pem"), chain);
    Path keyFile = Files.writeString(folder.resolve("key.pem"), key);
    return Map.of("tls-certificate", chainFile.toString(), "tls-key", keyFile.toString());
  }

  @Test
  void a_certificate_with_its_key_is_taken() throws IOException {
    assertThat(problems(tls(EC.chainPem(), EC.keyPem()))).isEmpty();
  }

  @Test
  void certificate_and_key_go_together() throws IOException {
    var both = tls(EC.chainPem(), EC.keyPem());

    for (String one : both.keySet()) {
      var alone = Map.of(one, String.valueOf(both.get(one)));
      assertThat(problems(alone)).singleElement().asString().contains("go together");
    }
  }

  @Test
  void each_problem_with_the_files_is_named_and_nothing_of_the_key_is_quoted() throws IOException {
    String cut = EC.chainPem().substring(0, 200);
    String base64 = EC.keyPem().lines().skip(1).findFirst().orElseThrow();

    isNamed(tls("", EC.keyPem()), "holds no certificate");
    isNamed(tls(cut, EC.keyPem()), "breaks off");
    isNamed(tls(EC.chainPem() + OTHER.chainPem(), OTHER.keyPem()), "does not belong");
    isNamed(tls(SHORT.chainPem(), SHORT.keyPem()), "2048");
    isNamed(tls(EC.chainPem(), ""), "no whole private key");
    isNamed(tls(EC.chainPem(), EC.keyPem().replace(base64, base64.substring(4))), "damaged");
    isNamed(tls(EC.chainPem(), EC.keyPem().replace("PRIVATE", "EC PRIVATE")), "openssl pkcs8");
    isNamed(tls(EC.chainPem(), EC.keyPem().replace("PRIVATE", "ENCRYPTED PRIVATE")), "encrypted");
    assertThat(problems(tls("x", "y")).toString()).contains("tls-certificate", "tls-key");
    assertThat(problems(Map.of("tls-certificate", "/no/chain", "tls-key", "/no/key")))
        .containsExactly(
            "The tls-certificate /no/chain does not exist.", "The tls-key /no/key does not exist.");
  }

  private static void isNamed(Map<String, String> settings, String words) {
    assertThat(problems(settings)).singleElement().asString().contains(words).hasSizeLessThan(200);
  }

  @Test
  void who_speaks_tls_has_an_issuer_of_https() throws IOException {
    var settings = new HashMap<>(tls(EC.chainPem(), EC.keyPem()));
    settings.put("issuer", "http://localhost:8080");

    assertThat(problems(settings)).singleElement().asString().contains("must be https");
  }

  @Test
  void apps_come_in_by_themselves_only_where_it_is_said() {
    var usual = ((Outcome.Valid) read(Map.of())).settings().registration();
    assertThat(usual).isEqualTo(RegistrationSettings.OFF);

    var chosen =
        read(
            Map.of(
                "registration", "token",
                "registration-most", "50",
                "registration-unused", "7d",
                "client-documents", "on",
                "client-document-hosts", "*.app.example, !evil.app.example"));

    assertThat(((Outcome.Valid) chosen).settings().registration())
        .isEqualTo(
            new RegistrationSettings(
                Mode.TOKEN,
                50,
                Duration.ofDays(7),
                true,
                new HostList(List.of("*.app.example"), List.of("evil.app.example"))));
    assertThat(problems(Map.of("registration", "OPEN"))).hasSize(1);
    assertThat(problems(Map.of("registration-most", "many"))).hasSize(1);
    assertThat(problems(Map.of("registration-unused", "never"))).hasSize(1);
    assertThat(problems(Map.of("client-documents", "yes"))).hasSize(1);
    for (String hosts : List.of("*", "a,", "https://a.example", "!!a.example", "*.*.example")) {
      assertThat(problems(Map.of("client-document-hosts", hosts))).as(hosts).hasSize(1);
    }
  }

  @Test
  void a_list_of_hosts_lets_in_what_it_names_and_nothing_that_looks_like_it() {
    var list = HostList.parse("app.example, *.dev.example, !bad.dev.example").orElseThrow();

    assertThat(List.of("app.example", "a.dev.example", "a.b.dev.example")).allMatch(list::admits);
    assertThat(
            List.of(
                "x.app.example",
                "app.example.org",
                "dev.example",
                "bad.dev.example",
                "evildev.example"))
        .noneMatch(list::admits);
    assertThat(HostList.ANY.admits("anything.example")).isTrue();
  }

  @Test
  void the_database_is_a_file_unless_it_is_a_server() {
    assertThat(database(Map.of())).isEqualTo(new Sqlite(Path.of("data", "astral.db")));
    assertThat(
            database(
                Map.of(
                    "database-url",
                    "postgresql://as%40tral:p%40ss+w%2Frd@db1.example,[::1]:6432/n%20ame"
                        + "?sslmode=verify-full&prepareThreshold=0")))
        .isEqualTo(
            new Postgres(
                List.of(new Host("db1.example", 5432), new Host("[::1]", 6432)),
                "n ame",
                "as@tral",
                new Secret("p@ss+w/rd"),
                Map.of("sslmode", "verify-full", "prepareThreshold", "0")));
    assertThat(
            database(
                Map.of(
                    "database-url", "postgresql://astral@localhost/astral",
                    "database-password", "apart")))
        .isEqualTo(
            new Postgres(
                List.of(new Host("localhost", 5432)),
                "astral",
                "astral",
                new Secret("apart"),
                Map.of()));
  }

  private static DatabaseAddress database(Map<String, String> entries) {
    return switch (read(entries)) {
      case Outcome.Valid(var settings) -> settings.data().database();
      case Outcome.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void what_is_wrong_with_the_address_of_a_database_is_told_without_the_password() {
    String sound = "postgresql://astral:hunter2@localhost/astral";

    for (String broken :
        List.of(
            "postgresql://localhost/astral",
            "postgresql://astral:hunter2@localhost",
            "postgresql://astral:hunter2@localhost/",
            "postgresql://astral:hunter2@localhost:x/astral",
            "postgresql://astral:hunter2@localhost:0/astral",
            "postgresql://astral:hunter2@/astral",
            "postgresql://astral:hunter2%@localhost/astral",
            "postgresql://astral:hunter2@localhost/astral?ssl",
            "postgres://astral:hunter2@localhost/astral",
            "jdbc:postgresql://astral:hunter2@localhost/astral")) {
      assertThat(problems(Map.of("database-url", broken)))
          .as(broken)
          .singleElement()
          .asString()
          .contains("postgresql://user@host:port/name")
          .doesNotContain("hunter2");
    }
    assertThat(problems(Map.of("database-url", sound, "database-password", "twice")))
        .singleElement()
        .asString()
        .contains("set one of them");
    assertThat(problems(Map.of("database-url", sound + "?password=hunter2")))
        .singleElement()
        .asString()
        .contains("before the @")
        .doesNotContain("hunter2");
    assertThat(problems(Map.of("database-url", sound.replace("localhost", "db.example"))))
        .singleElement()
        .asString()
        .contains("sslmode=verify-full")
        .doesNotContain("hunter2");
    assertThat(problems(Map.of("database-password", "lonely"))).hasSize(1);
  }

  @Test
  void a_secret_may_stand_in_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "of the database\n");
    var reader =
        new SettingsReader()
            .environment(
                Map.of(
                    "ASTRAL_ISSUER", "https://a.example",
                    "ASTRAL_DATABASE_URL", "postgresql://astral@localhost/astral",
                    "ASTRAL_DATABASE_PASSWORD_FILE", file.toString()));

    assertThat(reader.read())
        .isInstanceOfSatisfying(
            Outcome.Valid.class,
            valid ->
                assertThat(valid.settings().data().database())
                    .isInstanceOfSatisfying(
                        Postgres.class,
                        there ->
                            assertThat(there.password()).isEqualTo(new Secret("of the database"))));
  }

  @Test
  void a_file_that_is_not_there_or_comes_beside_the_value_is_a_problem() {
    var missing =
        new SettingsReader().environment(Map.of("ASTRAL_MASTER_KEY_FILE", "/no/such/file"));
    var both =
        new SettingsReader()
            .environment(
                Map.of("ASTRAL_MASTER_KEY_FILE", "/no/such/file", "ASTRAL_MASTER_KEY", "secret"));

    assertThat(missing.problems())
        .singleElement()
        .asString()
        .contains("ASTRAL_MASTER_KEY_FILE", "/no/such/file");
    assertThat(both.problems())
        .containsExactly("Set ASTRAL_MASTER_KEY or ASTRAL_MASTER_KEY_FILE, not both.");
  }
}
