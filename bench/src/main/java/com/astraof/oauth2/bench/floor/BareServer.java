package com.astraof.oauth2.bench.floor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;

/** Our HTTP library alone: answers everything with the same 200 bytes. */
public final class BareServer {
  private static final byte[] BODY = "x".repeat(200).getBytes(US_ASCII);

  private BareServer() {}

  /** Listens on the port that it is given until it is killed. */
  public static void main(String[] arguments) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(arguments[0]))
        .protocolsDiscoverServices(false)
        .addProtocol(Http1Config.create())
        .routing(
            routing ->
                routing.any(
                    (_, response) ->
                        response.header(HeaderNames.CONTENT_TYPE, "text/plain").send(BODY)))
        .build()
        .start();
  }
}
