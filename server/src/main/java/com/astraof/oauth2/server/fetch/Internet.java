package com.astraof.oauth2.server.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLSocketFactory;

/**
 * The way to the world outside. Tests bring names and authorities of their own.
 *
 * @param authorities makes connections that only servers with certificates of theirs can answer
 */
public record Internet(Resolver resolver, SSLSocketFactory authorities) {
  /** The system's names and the JDK's authorities. */
  public static Internet real() {
    return new Internet(Internet::lookUp, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /** In a thread of its own: in native code a virtual one would hold up all others. */
  private static List<InetAddress> lookUp(String host) throws UnknownHostException {
    var lookUp = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
    Thread.ofPlatform().daemon().name("look-up").start(lookUp);
    try {
      return lookUp.get();
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }
}
