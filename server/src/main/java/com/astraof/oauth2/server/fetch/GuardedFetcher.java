package com.astraof.oauth2.server.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.astraof.oauth2.core.fetch.Documents;
import com.astraof.oauth2.server.http.Network;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Fetches by https from public hosts, and follows no redirect. A host's addresses are looked up
 * once, each is checked, and the connection goes to one of those very addresses, whatever its name
 * means a moment later; the certificate has to be the name's.
 *
 * <p>Nothing takes longer than a few seconds or more than some kilobytes, and few things are
 * fetched at once.
 */
public final class GuardedFetcher implements Documents {
  static final int LARGEST = 65_536;
  private static final int AT_ONCE = 16;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** So that there is time for another address when one does not answer. */
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  private final PublicAddresses addresses;
  private final Internet internet;
  private final Duration longest;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  /**
   * @param allowed networks that may be called although they are not public
   */
  public GuardedFetcher(List<Network> allowed, Internet internet) {
    this(allowed, internet, LONGEST);
  }

  GuardedFetcher(List<Network> allowed, Internet internet, Duration longest) {
    this.addresses = new PublicAddresses(allowed);
    this.internet = internet;
    this.longest = longest;
  }

  @Override
  public Fetched fetch(URI address) {
    URI ascii = URI.create(address.toASCIIString());
    if (!isFetchable(ascii)) {
      return new Fetched.Failed("it must be https:// with a host, without user and fragment");
    }
    if (!turns.tryAcquire()) {
      return new Fetched.Failed("too much is being fetched at the moment, try again");
    }
    var work = new FutureTask<>(() -> get(ascii));
    Thread worker =
        Thread.startVirtualThread(
            () -> {
              try {
                work.run();
              } finally {
                turns.release();
              }
            });
    return await(work, worker);
  }

  private static boolean isFetchable(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && address.getHost() != null
        && address.getPort() <= LAST_PORT
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null;
  }

  private Fetched await(FutureTask<Fetched> work, Thread worker) {
    try {
      return work.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // A virtual thread that waits on a socket closes it when it is interrupted.
      worker.interrupt();
      return new Fetched.Failed("it takes too long to answer");
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      return new Fetched.Failed("the server is stopping");
    } catch (ExecutionException e) {
      throw new IllegalStateException("Fetching has gone wrong here, not there", e.getCause());
    }
  }

  private Fetched get(URI address) {
    try (Socket socket = connect(address);
        SSLSocket secured = secure(socket, address)) {
      secured.getOutputStream().write(request(address).getBytes(US_ASCII));
      secured.getOutputStream().flush();
      var in = new BufferedInputStream(secured.getInputStream());
      return new AnswerReader(in, LARGEST).read();
    } catch (Unfetched e) {
      return new Fetched.Failed(String.valueOf(e.getMessage()));
    } catch (SSLException e) {
      return new Fetched.Failed("its certificate is not one of its host, or TLS fails");
    } catch (CharacterCodingException e) {
      return new Fetched.Failed("it is not in UTF-8");
    } catch (IOException e) {
      return new Fetched.Failed("the connection breaks");
    }
  }

  private Socket connect(URI address) throws IOException {
    for (InetAddress checked : checked(address.getHost())) {
      var socket = new Socket(Proxy.NO_PROXY);
      try {
        var there = new InetSocketAddress(checked, port(address));
        socket.connect(there, (int) CONNECTING.toMillis());
        return socket;
      } catch (IOException e) {
        socket.close();
      }
    }
    throw new Unfetched("nothing answers there");
  }

  /** All of them, for one that is not public says that the name means harm. */
  private List<InetAddress> checked(String host) throws Unfetched {
    try {
      var all = internet.resolver().resolve(host);
      if (!all.isEmpty() && all.stream().allMatch(addresses::contain)) {
        return all;
      }
    } catch (UnknownHostException e) {
      // Told in the same words, so that nobody learns which names mean something inside.
    }
    throw new Unfetched("its host has no address on the public internet");
  }

  private SSLSocket secure(Socket socket, URI address) throws IOException {
    var secured =
        (SSLSocket)
            internet.authorities().createSocket(socket, address.getHost(), port(address), true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    return secured;
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? HTTPS : address.getPort();
  }

  private static String request(URI address) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return "GET %s%s HTTP/1.1\r\nHost: %s\r\n".formatted(path, query, address.getRawAuthority())
        + "Accept: application/json\r\nUser-Agent: Astral-OAuth2\r\nConnection: close\r\n\r\n";
  }
}
