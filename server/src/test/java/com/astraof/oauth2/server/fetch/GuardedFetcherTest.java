package com.astraof.oauth2.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.fetch.Documents.Fetched;
import com.astraof.oauth2.core.testing.Attack;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.server.http.Network;
import com.astraof.oauth2.server.testing.Stranger;
import com.astraof.oauth2.server.testing.Stranger.Manners;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that means harm. */
@Timeout(60)
final class GuardedFetcherTest {
  private static final List<Network> LOOPBACK = Network.list("127.0.0.0/8").orElseThrow();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("9.9.9.9");
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";

  private final Stranger stranger = Stranger.start().publishing("{\"keys\":[]}");
  private final GuardedFetcher fetcher = new GuardedFetcher(LOOPBACK, stranger.internet());
  private final GuardedFetcher hasty = new GuardedFetcher(LOOPBACK, stranger.internet(), SHORT);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() {
    end.countDown();
    stranger.close();
  }

  private static void failed(Fetched fetched, String... words) {
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Failed.class,
            failed -> {
              for (String word : words) {
                assertThat(failed.why()).contains(word);
              }
            });
  }

  private GuardedFetcher resolving(List<Network> allowed, Internet.Resolver resolver) {
    return new GuardedFetcher(allowed, new Internet(resolver, Stranger.authorities()));
  }

  @Test
  void a_document_is_fetched_by_the_name_of_its_host() {
    assertThat(fetcher.fetch(stranger.at("/keys?a=%20b")))
        .isEqualTo(new Fetched.Document("{\"keys\":[]}", null));

    assertThat(stranger.requests().getFirst())
        .startsWith("GET /keys?a=%20b HTTP/1.1\r\n")
        .contains("\r\nHost: stranger.example:" + stranger.port() + "\r\n");
  }

  @ParameterizedTest
  @Attack("A-07")
  @ValueSource(
      strings = {
        "http://stranger.example/keys",
        "ftp://stranger.example/keys",
        "file:///etc/passwd",
        "https:/keys",
        "https:keys",
        "https:///keys",
        "https://user@stranger.example/keys",
        "https://stranger.example:65536/keys",
        "https://stranger.example:99999999/keys",
        "https://stranger.example/keys#x"
      })
  void an_address_is_https_and_nothing_fancy(String address) {
    failed(fetcher.fetch(URI.create(address)), "https://");
  }

  @Test
  @Attack("A-07")
  void a_private_address_is_not_even_connected_to() {
    var strict = resolving(List.of(), host -> List.of(HERE));

    failed(strict.fetch(stranger.at("/")), "public");
    failed(strict.fetch(URI.create("https://127.0.0.1:" + stranger.port() + "/")), "public");
    assertThat(stranger.requests()).isEmpty();
  }

  @Test
  @Attack("A-07")
  void one_private_address_among_public_ones_is_one_too_many() {
    failed(resolving(List.of(), host -> List.of(PUBLIC, HERE)).fetch(stranger.at("/")), "public");
    failed(resolving(List.of(), host -> List.of()).fetch(stranger.at("/")), "public");
  }

  @Test
  @Attack("A-07")
  void a_host_that_is_unknown_sounds_like_one_that_is_private() {
    var unknown =
        resolving(
            List.of(),
            host -> {
              throw new UnknownHostException(host);
            });
    var hidden = resolving(List.of(), host -> List.of(HERE));

    assertThat(unknown.fetch(stranger.at("/"))).isEqualTo(hidden.fetch(stranger.at("/")));
  }

  @Test
  @Attack("A-07")
  void a_name_that_changes_after_the_check_is_not_asked_again() {
    var answers = new ArrayDeque<>(List.of(List.of(HERE), List.of(PUBLIC)));
    var rebinding = resolving(LOOPBACK, host -> answers.remove());

    assertThat(rebinding.fetch(stranger.at("/"))).isInstanceOf(Fetched.Document.class);
    assertThat(answers).as("look-ups that were not made").hasSize(1);
  }

  @Test
  void the_next_address_is_tried_where_one_does_not_answer() {
    var closed = InetAddress.ofLiteral("127.0.0.2");

    assertThat(resolving(LOOPBACK, host -> List.of(closed, HERE)).fetch(stranger.at("/")))
        .isInstanceOf(Fetched.Document.class);
    failed(resolving(LOOPBACK, host -> List.of(closed)).fetch(stranger.at("/")), "nothing answers");
  }

  @Test
  @Attack("A-07")
  @Spec(value = "FAPI", section = "5.2.1")
  void a_certificate_must_be_of_the_host_and_of_a_known_authority() {
    failed(
        fetcher.fetch(URI.create("https://other.example:" + stranger.port() + "/")), "certificate");
    var real = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var wary = new GuardedFetcher(LOOPBACK, new Internet(host -> List.of(HERE), real));
    failed(wary.fetch(stranger.at("/")), "certificate");
    assertThat(stranger.requests()).isEmpty();
  }

  @ParameterizedTest
  @Attack("A-07")
  @ValueSource(
      strings = {
        "https://[::1]:%d/",
        "https://127.0.0.1:%d/",
        "https://1:%d/",
        "https://x--.y:%d/"
      })
  void a_strange_host_is_refused_like_any_other_whose_certificate_it_is_not(String address) {
    failed(fetcher.fetch(URI.create(address.formatted(stranger.port()))));
  }

  @Test
  void port_zero_answers_nobody() {
    failed(fetcher.fetch(URI.create("https://stranger.example:0/")), "nothing answers");
  }

  @ParameterizedTest
  @Attack("A-07")
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_not_followed(int status) {
    String inside = "https://127.0.0.1:" + stranger.port() + "/inside";
    stranger.answering(
        out ->
            Stranger.write(out, "HTTP/1.1 " + status + " X\r\nLocation: " + inside + "\r\n\r\n"));

    failed(fetcher.fetch(stranger.at("/")), "redirects");
    assertThat(stranger.requests()).hasSize(1);
  }

  @Test
  @Attack("A-07")
  void what_never_ends_is_cut_off() {
    failed(whenAnswered(out -> repeat(out, HEAD, "{".repeat(1_000))), "65536 bytes");
    failed(whenAnswered(out -> repeat(out, "HTTP/1.1 200 OK\r\n", "x: y\r\n")), "head");
    failed(whenAnswered(out -> repeat(out, "", "x")), "head");
  }

  private Fetched whenAnswered(Manners manners) {
    stranger.answering(manners);
    return fetcher.fetch(stranger.at("/"));
  }

  private static void repeat(OutputStream out, String first, String again) throws IOException {
    Stranger.write(out, first);
    for (int i = 0; i < 10_000_000; i++) {
      Stranger.write(out, again);
    }
  }

  @Test
  @Attack("A-07")
  void who_is_slow_is_left() {
    stranger.answering(out -> drip(out, HEAD));
    failed(hasty.fetch(stranger.at("/")), "too long");

    stranger.answering(out -> end.await());
    failed(hasty.fetch(stranger.at("/")), "too long");
  }

  /** One byte now and then: each read succeeds, and the whole takes for ever. */
  private void drip(OutputStream out, String first) throws IOException, InterruptedException {
    Stranger.write(out, first);
    while (!end.await(20, TimeUnit.MILLISECONDS)) {
      Stranger.write(out, " ");
    }
  }

  @Test
  @Attack("A-07")
  void who_accepts_and_says_nothing_is_left() throws IOException {
    try (var mute = new ServerSocket(0, 5, HERE)) {
      failed(
          hasty.fetch(URI.create("https://stranger.example:" + mute.getLocalPort() + "/")),
          "too long");
    }
  }

  @Test
  @Attack("A-07")
  void a_name_that_is_looked_up_for_ever_is_left() {
    var internet =
        new Internet(
            host -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            },
            Stranger.authorities());

    failed(new GuardedFetcher(LOOPBACK, internet, SHORT).fetch(stranger.at("/")), "too long");
  }

  @Test
  @Attack("A-07")
  void few_things_are_fetched_at_once_and_turns_come_back() throws Exception {
    var under = new CountDownLatch(16);
    stranger.answering(
        out -> {
          under.countDown();
          end.await();
          Stranger.write(out, HEAD + "{}");
        });
    var fetching = new ArrayList<FutureTask<Fetched>>();
    for (int i = 0; i < 16; i++) {
      var one = new FutureTask<>(() -> fetcher.fetch(stranger.at("/")));
      fetching.add(one);
      Thread.startVirtualThread(one);
    }
    assertThat(under.await(5, TimeUnit.SECONDS)).isTrue();

    failed(fetcher.fetch(stranger.at("/")), "at the moment");

    end.countDown();
    for (var one : fetching) {
      one.get();
    }
    stranger.publishing("{}");
    assertThat(fetcher.fetch(stranger.at("/"))).isEqualTo(new Fetched.Document("{}", null));
  }

  @Test
  @Attack("S-03")
  void text_that_is_no_utf_8_is_refused() {
    stranger.answering(out -> Stranger.write(out, HEAD + "\"\u00ff\""));

    failed(fetcher.fetch(stranger.at("/")), "UTF-8");
  }
}
