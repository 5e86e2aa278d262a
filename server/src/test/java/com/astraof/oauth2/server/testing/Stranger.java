package com.astraof.oauth2.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.astraof.oauth2.server.fetch.Internet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Somebody else's server, as {@code stranger.example} on loopback: it speaks TLS and answers
 * whatever bytes a test likes.
 */
public final class Stranger implements AutoCloseable {
  public static final String HOST = "stranger.example";

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final SSLContext TLS = tls();

  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Manners manners = out -> {};

  private Stranger(ServerSocket socket) {
    this.socket = socket;
    Thread.startVirtualThread(this::accept);
  }

  public static Stranger start() {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      return new Stranger(TLS.getServerSocketFactory().createServerSocket(0, 50, loopback));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The world with this server in it, by this name and any other. */
  public Internet internet() {
    return new Internet(host -> List.of(socket.getInetAddress()), authorities());
  }

  /** Makes connections that trust this server's certificate. */
  public static SSLSocketFactory authorities() {
    return TLS.getSocketFactory();
  }

  public URI at(String path) {
    return URI.create("https://" + HOST + ":" + socket.getLocalPort() + path);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Answers so from now on. */
  public Stranger answering(Manners changed) {
    manners = changed;
    return this;
  }

  /** Answers this document from now on. */
  public Stranger publishing(String json) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";
    return answering(out -> write(out, head + json.length() + "\r\n\r\n" + json));
  }

  /** The heads of all requests that came in, oldest first. */
  public List<String> requests() {
    return requests;
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private void accept() {
    while (true) {
      try {
        Socket caller = socket.accept();
        Thread.startVirtualThread(() -> serve(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      requests.add(head(caller.getInputStream()));
      manners.answer(caller.getOutputStream());
    } catch (IOException e) {
      // The other side has had enough, as it should.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("No whole request");
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext tls() {
    try {
      Path file = Files.createTempDirectory("stranger").resolve("keys.p12");
      KeyStore keys = keys(file);
      Files.delete(file);
      Files.delete(file.getParent());
      var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys, PASSWORD);
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(keys);
      var context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JDK has no other way to make a certificate. */
  private static KeyStore keys(Path file)
      throws IOException, InterruptedException, GeneralSecurityException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "stranger",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + HOST,
                "-ext",
                "san=dns:" + HOST,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  /** What it sends back; then it hangs up. */
  @FunctionalInterface
  public interface Manners {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }
}
