package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.ending.OutOfTouch;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.storage.StoreBusy;
import com.astraof.oauth2.storage.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first and last room of every request: finds the route, lets it answer, catches what escaped,
 * tells its witness. Decides nothing about OAuth.
 */
public final class Routes {
  private static final Logger log = LoggerFactory.getLogger("astral.request");

  /** So many at once, for the sake of memory. */
  private static final int LARGE_BODIES = 4;

  private final List<Route> routes;
  private final Map<String, List<Route>> exact = new HashMap<>();
  private final List<Route> patterns;
  private final Unrouted unrouted;
  private final List<Reply.Header> everywhere;
  private final Semaphore largeBodies = new Semaphore(LARGE_BODIES);
  private final Semaphore places;
  private final int mostAtOnce;
  private final Witness witness;

  /**
   * @param everywhere headers of every answer
   */
  public Routes(
      List<Route> routes, Unrouted unrouted, Map<String, String> everywhere, Witness witness) {
    this(routes, unrouted, everywhere, witness, Bounds.USUAL);
  }

  Routes(
      List<Route> routes,
      Unrouted unrouted,
      Map<String, String> everywhere,
      Witness witness,
      Bounds bounds) {
    this.witness = witness;
    this.mostAtOnce = bounds.requests();
    this.places = new Semaphore(mostAtOnce);
    this.routes = List.copyOf(routes);
    this.unrouted = unrouted;
    this.everywhere =
        everywhere.entrySet().stream()
            .map(header -> new Reply.Header(header.getKey(), header.getValue()))
            .toList();
    this.patterns = routes.stream().filter(route -> route.pattern().contains("{")).toList();
    for (Route route : routes) {
      exact.computeIfAbsent(route.pattern(), path -> new ArrayList<>()).add(route);
    }
  }

  /** The whole table, for the test that walks it. */
  public List<Route> all() {
    return routes;
  }

  /** How many are being answered at this moment. */
  public int underWay() {
    return mostAtOnce - places.availablePermits();
  }

  public Reply answer(Call call) {
    long start = System.nanoTime();
    List<Route> here = at(call.target().path());
    boolean isHead = call.target().method().equals("HEAD");
    String method = isHead ? "GET" : call.target().method();
    Route route = here.stream().filter(one -> one.method().equals(method)).findFirst().orElse(null);
    String pattern = route == null ? "-" : route.pattern();
    Supplier<Reply> answer =
        () -> finished(route == null ? refuse(call, here) : enter(call, route));
    Reply reply = witness.during(call, pattern, answer);
    long nanos = System.nanoTime() - start;
    witness.saw(new Witness.Answered(call.id(), method, pattern, reply, nanos));
    return isHead ? reply.withoutBody() : reply;
  }

  /** The answer to what is no request, or too much of one, in the words of the route it was for. */
  Reply unreadable(String id, String method, String target, int status) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    List<Route> here = at(path);
    ErrorShape errors = here.isEmpty() ? unrouted.shapeFor(path) : here.getFirst().errors();
    Reply reply = status == 503 ? errors.failed(503, id) : errors.unreadable(status);
    Reply finished = finished(reply);
    witness.saw(new Witness.Answered(id, method, "-", finished, 0));
    return finished;
  }

  /** What no answer is without. Only what says that it may be kept is kept. */
  private Reply finished(Reply reply) {
    Reply finished = reply.has("Cache-Control") ? reply : reply.with("Cache-Control", "no-store");
    for (Reply.Header header : everywhere) {
      finished = finished.with(header.name(), header.value());
    }
    return finished;
  }

  private List<Route> at(String path) {
    List<Route> found = exact.get(path);
    if (found != null) {
      return found;
    }
    return patterns.stream().filter(route -> route.match(path).isPresent()).toList();
  }

  private Reply refuse(Call call, List<Route> here) {
    if (here.isEmpty()) {
      return unrouted.shapeFor(call.target().path()).answering(call).unrouted(404);
    }
    return CrossOrigin.preflight(call, here).orElseGet(() -> wrongMethod(call, here));
  }

  private static Reply wrongMethod(Call call, List<Route> here) {
    var allowed = new TreeSet<String>();
    here.forEach(route -> allowed.add(route.method()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    Reply refusal = here.getFirst().errors().answering(call).unrouted(405);
    return refusal.with("Allow", String.join(", ", allowed));
  }

  private Reply enter(Call call, Route route) {
    Reply reply;
    if (places.tryAcquire()) {
      try {
        reply = answer(call, route);
      } finally {
        places.release();
      }
    } else {
      reply = route.errors().answering(call).failed(503, call.id()).with("Retry-After", "1");
    }
    return route.access().isForScripts() ? CrossOrigin.shared(reply) : reply;
  }

  private Reply answer(Call call, Route route) {
    var variables = route.match(call.target().path()).orElseThrow();
    call.body().limitTo(route.largestBody());
    if (!call.body().isLarge()) {
      return take(call.at(variables), route);
    }
    if (!largeBodies.tryAcquire()) {
      return route.errors().answering(call).failed(503, call.id()).with("Retry-After", "2");
    }
    try {
      return take(call.at(variables), route);
    } finally {
      largeBodies.release();
    }
  }

  private static Reply take(Call call, Route route) {
    try {
      return route.endpoint().answer(call);
    } catch (MalformedRequest e) {
      return route.errors().answering(call).malformed(e.problem()).remark("outcome", "malformed");
    } catch (Body.TooLarge e) {
      return route.errors().answering(call).tooLarge(e.largest());
    } catch (Overloaded | OutOfTouch | StoreBusy e) {
      return route.errors().answering(call).failed(503, call.id()).with("Retry-After", "2");
    } catch (StoreUnavailable e) {
      log.error("{} {}: the store is unavailable", call.id(), route.pattern(), e);
      return route.errors().answering(call).failed(503, call.id()).with("Retry-After", "1");
    } catch (RuntimeException e) {
      log.error("{} {}: unexpected", call.id(), route.pattern(), e);
      return route.errors().answering(call).failed(500, call.id());
    }
  }

  /** Who words a 404. */
  @FunctionalInterface
  public interface Unrouted {
    ErrorShape shapeFor(String path);
  }
}
