package com.astraof.oauth2.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.secret.SystemEntropy;
import com.astraof.oauth2.core.testing.Rfc;
import com.astraof.oauth2.core.testing.Spec;
import com.astraof.oauth2.core.testing.TestClock;
import com.astraof.oauth2.server.rest.ApiErrors;
import com.astraof.oauth2.server.testing.RawWire;
import com.astraof.oauth2.server.testing.TestCertificate;
import com.astraof.oauth2.server.tls.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS by the server itself, as a client meets it. */
final class TlsTest {
  private static final TestCertificate EC =
      TestCertificate.make("-keyalg", "EC", "-groupname", "secp256r1");
  private static final TestCertificate RSA =
      TestCertificate.make("-keyalg", "RSA", "-keysize", "2048");
  private static final SSLContext CLIENT = TestCertificate.trusting(EC, RSA);

  /** An alert (RFC 8446 §6). */
  private static final int ALERT = 21;

  private static final int HANDSHAKE_FAILURE = 40;
  private static final int PROTOCOL_VERSION = 70;

  @TempDir private Path folder;
  private final Deque<HttpServer> started = new ArrayDeque<>();

  private void serve(TestCertificate certificate) throws IOException {
    var files = new TlsFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    write(certificate);
    var route =
        new Route(
            "GET",
            "/",
            new Access.Anyone(),
            new ApiErrors(),
            call -> Reply.text(200, "text/plain", "hello"));
    var routes = new Routes(List.of(route), path -> new ApiErrors(), Map.of(), Witness.NOBODY);
    var listener = new HttpServer.Listener("localhost", 0, TrustedProxies.NONE, files);
    started.push(HttpServer.start(listener, routes, new TestClock(), new SystemEntropy()));
  }

  private void write(TestCertificate certificate) throws IOException {
    Files.writeString(folder.resolve("key.pem"), certificate.keyPem());
    Files.writeString(folder.resolve("chain.pem"), certificate.chainPem());
  }

  @AfterEach
  void stop() {
    started.forEach(HttpServer::close);
  }

  private int port() {
    return started.getFirst().port();
  }

  private SSLSocket connect(String protocol, String... suites) throws IOException {
    var socket = (SSLSocket) CLIENT.getSocketFactory().createSocket("localhost", port());
    socket.setSoTimeout(20_000);
    socket.setEnabledProtocols(new String[] {protocol});
    if (suites.length > 0) {
      socket.setEnabledCipherSuites(suites);
    }
    socket.startHandshake();
    return socket;
  }

  private static String hello(Socket socket) throws IOException {
    RawWire.write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  @Rfc(value = 9325, section = "3.1.1")
  @Spec(value = "FAPI", section = "5.2.1")
  void tls_1_3_and_1_2_are_spoken_with_either_kind_of_key() throws IOException {
    for (var certificate : List.of(EC, RSA)) {
      serve(certificate);
      for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
        try (var socket = connect(protocol)) {
          assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
          assertThat(socket.getSession().getPeerCertificates()[0])
              .isEqualTo(certificate.certificate());
          assertThat(hello(socket)).startsWith("HTTP/1.1 200").endsWith("hello");
        }
      }
    }
  }

  @Test
  @Rfc(value = 9325, section = "4.1")
  @Spec(value = "FAPI", section = "5.2.1")
  void suites_without_forward_secrecy_or_authenticated_encryption_are_refused() throws IOException {
    serve(RSA);
    for (String cbc :
        List.of("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")) {
      assertThatThrownBy(() -> connect("TLSv1.2", cbc)).isInstanceOf(SSLException.class);
    }
    int rsaKeyExchange = 0x009C;
    assertThat(alert(0x0303, rsaKeyExchange)).isEqualTo(HANDSHAKE_FAILURE);
  }

  @Test
  @Rfc(value = 9325, section = "3.1.1")
  @Spec(value = "FAPI", section = "5.2.1")
  void tls_1_1_and_older_are_refused() throws IOException {
    serve(RSA);
    for (int version : new int[] {0x0302, 0x0301, 0x0300}) {
      assertThat(alert(version, 0xC013)).isIn(HANDSHAKE_FAILURE, PROTOCOL_VERSION);
    }
  }

  /** What a hello that our own TLS would not even send is answered with. */
  private int alert(int version, int suite) throws IOException {
    ByteBuffer hello = ByteBuffer.allocate(52);
    hello.put((byte) 22).putShort((short) 0x0301).putShort((short) 47);
    hello.put((byte) 1).put((byte) 0).putShort((short) 43).putShort((short) version);
    hello.put(new byte[32]).put((byte) 0).putShort((short) 2).putShort((short) suite);
    hello.put((byte) 1).put((byte) 0).putShort((short) 0);
    try (var socket = RawWire.connect(port())) {
      socket.getOutputStream().write(hello.array());
      byte[] answer = socket.getInputStream().readNBytes(7);
      assertThat(answer).hasSize(7);
      assertThat(answer[0]).isEqualTo((byte) ALERT);
      return answer[6];
    }
  }

  @Test
  void a_renewed_certificate_is_shown_to_new_connections_and_open_ones_go_on() throws IOException {
    serve(RSA);
    try (var open = connect("TLSv1.3")) {
      write(EC);
      assertThat(isShownWithin(Duration.ofSeconds(20), EC)).isTrue();
      assertThat(hello(open)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void a_broken_file_keeps_the_old_certificate_until_it_is_whole() throws IOException {
    serve(RSA);
    String whole = EC.chainPem();

    Files.writeString(folder.resolve("key.pem"), EC.keyPem());
    Files.writeString(folder.resolve("chain.pem"), whole.substring(0, whole.length() / 2));
    assertThat(isShownWithin(Duration.ofSeconds(4), EC)).isFalse();
    assertThat(isShownWithin(Duration.ofSeconds(4), RSA)).isTrue();

    Files.writeString(folder.resolve("chain.pem"), whole);
    assertThat(isShownWithin(Duration.ofSeconds(20), EC)).isTrue();
  }

  private boolean isShownWithin(Duration patience, TestCertificate expected) throws IOException {
    Instant end = Instant.now().plus(patience);
    while (Instant.now().isBefore(end)) {
      // A context of its own, so that no earlier session is taken up again.
      var context = TestCertificate.trusting(EC, RSA);
      try (var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port())) {
        socket.startHandshake();
        if (socket.getSession().getPeerCertificates()[0].equals(expected.certificate())) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void the_name_of_a_peer_is_not_looked_up() throws IOException {
    serve(RSA);
    assertThat(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}).getHostName())
        .isEqualTo("127.0.0.1");
    assertThat(InetAddress.getByName("localhost").isLoopbackAddress()).isTrue();
  }
}
