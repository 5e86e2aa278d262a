package com.astraof.oauth2.server.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.astraof.oauth2.server.testing.TestCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An SMTP server that answers each recipient with what it was told to; then with 250. */
final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final Deque<String> answers = new ConcurrentLinkedDeque<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  ScriptedSmtp() {
    this(ServerSocketFactory.getDefault());
  }

  /** Speaks TLS from the first byte. */
  ScriptedSmtp(TestCertificate certificate) {
    this(tls(certificate));
  }

  private ScriptedSmtp(ServerSocketFactory sockets) {
    try {
      this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  private static ServerSocketFactory tls(TestCertificate certificate) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var chain = new Certificate[] {certificate.certificate()};
      store.setKeyEntry("tls", certificate.key(), new char[0], chain);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context.getServerSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  void answerNext(String answer) {
    answers.add(answer);
  }

  /** Everything that was said to it, contents included. */
  List<String> said() {
    return List.copyOf(commands);
  }

  long delivered() {
    return commands.stream().filter("."::equals).count();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII))) {
      say(caller.getOutputStream(), "220 scripted");
      boolean inData = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        if (inData && !line.equals(".")) {
          continue;
        }
        inData = line.equals("DATA");
        say(caller.getOutputStream(), answerTo(line.toUpperCase(Locale.ROOT)));
      }
    } catch (IOException e) {
      // The other end has gone; so does this one.
    }
  }

  private String answerTo(String line) {
    if (line.startsWith("RCPT")) {
      String answer = answers.poll();
      return answer == null ? "250 OK" : answer;
    }
    return line.equals("DATA") ? "354 Go on" : line.equals("QUIT") ? "221 Bye" : "250 OK";
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
