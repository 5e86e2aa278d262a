package com.astraof.oauth2.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Never asks the DNS for the name of an address. For each TLS connection the engine wants to know
 * its peer's name, for nothing; whoever answers for that address in the DNS could let it wait, and
 * the look-up holds on to one of the few threads that all requests run on.
 */
public final class NoReverseLookup extends InetAddressResolverProvider {
  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        return usual.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        throw new UnknownHostException("Names of addresses are not looked up");
      }
    };
  }

  @Override
  public String name() {
    return "no-reverse-lookup";
  }
}
