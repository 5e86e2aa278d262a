package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Device;
import com.astraof.oauth2.core.audit.Place;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as our code sees it.
 *
 * @param id names it in the log and in answers that went wrong
 * @param now the one instant at which everything about it is decided
 * @param client the address it came from
 * @param target what was asked for
 * @param headers by lower-case name
 */
public record Call(
    String id,
    Instant now,
    String client,
    Target target,
    Map<String, List<String>> headers,
    Body body) {
  /** Where a trace comes from (W3C Trace Context); of trusted proxies alone is it heard. */
  public static final String TRACE_PARENT = "traceparent";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";
  private static final String JSON = "application/json";

  /**
   * @param path as it came, not decoded
   * @param query as it came, without the question mark
   * @param variables what stands for the {@code {names}} of the route's pattern
   */
  public record Target(String method, String path, String query, Map<String, String> variables) {}

  Call at(Map<String, String> variables) {
    var bound = new Target(target.method(), target.path(), target.query(), variables);
    return new Call(id, now, client, bound, headers, body);
  }

  /**
   * By what the limits count strangers: their address, of which IPv6 gives everyone a whole /64.
   */
  public String network() {
    String[] groups = client.split(":", -1);
    return groups.length < 8 ? client : String.join(":", List.of(groups).subList(0, 4));
  }

  public String variable(String name) {
    return target.variables().getOrDefault(name, "");
  }

  /**
   * @throws MalformedRequest when the header comes more than once
   */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    if (values.size() > 1) {
      throw new MalformedRequest("The header " + name + " comes more than once.");
    }
    return values.stream().findFirst();
  }

  /** The value of a cookie (RFC 6265 §4.2); the first where a name comes twice. */
  public Optional<String> cookie(String name) {
    for (String header : headers.getOrDefault("cookie", List.of())) {
      for (String pair : header.split(";", -1)) {
        String trimmed = pair.strip();
        if (trimmed.startsWith(name + "=")) {
          return Optional.of(trimmed.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What is being done, for the rules that write it down.
   *
   * @param who as far as it is known
   */
  public Act act(Who who) {
    String userAgent = headers.getOrDefault("user-agent", List.of("")).getFirst();
    return new Act(who, new Place(client, Device.read(userAgent)), now);
  }

  public Parameters query() {
    return Parameters.parse(target.query());
  }

  /** Path and query, as they came. */
  public String address() {
    return target.query().isEmpty() ? target.path() : target.path() + "?" + target.query();
  }

  public boolean hasBody() {
    return !body.isEmpty();
  }

  /**
   * @throws MalformedRequest when the body is not a form
   */
  public Parameters form() {
    requireType(FORM);
    return Parameters.parse(body.utf8());
  }

  /**
   * A form that may bring files along (RFC 7578).
   *
   * @throws MalformedRequest when the body is not one
   */
  public Upload upload() {
    String type = requireType(MULTIPART);
    return Multipart.read(type, body.bytes());
  }

  /**
   * The text of a JSON body.
   *
   * @throws MalformedRequest when it is declared to be something else
   */
  public String json() {
    requireType(JSON);
    return body.utf8();
  }

  private String requireType(String expected) {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    String essence = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    if (!essence.equals(expected)) {
      throw new MalformedRequest("The Content-Type must be " + expected + ".");
    }
    return type;
  }
}
