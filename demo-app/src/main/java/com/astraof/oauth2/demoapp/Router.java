package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** Leads each request to its page, and puts the protective headers on every answer. */
final class Router implements HttpHandler {
  private static final System.Logger log = System.getLogger(Router.class.getName());

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store",
          "X-Content-Type-Options",
          "nosniff");

  private final Map<String, Map<String, Page>> routes;

  /** Answers one visit. */
  @FunctionalInterface
  interface Page {
    Reply answer(Visit visit);
  }

  Router(Map<String, Map<String, Page>> routes) {
    this.routes = Map.copyOf(routes);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    var visit = Visit.read(exchange);
    try {
      return answer(visit);
    } catch (AstralUnreachable e) {
      log.log(System.Logger.Level.WARNING, "Astral cannot be reached: " + e.getMessage());
      return Pages.problem(
          502, "Astral can't be reached", e.getMessage() + " Try again in a moment.");
    } catch (RuntimeException bug) {
      log.log(System.Logger.Level.ERROR, visit.method() + " " + visit.path() + " failed", bug);
      return Pages.problem(
          500, "Something broke", "That was our fault, not yours or Astral's. Please try again.");
    }
  }

  private Reply answer(Visit visit) {
    var methods = routes.get(visit.path());
    if (methods == null) {
      return Pages.problem(
          404, "Nothing is pinned here", "The page that you asked for does not exist.");
    }
    var page = methods.get(visit.method());
    if (page == null) {
      return Pages.problem(405, "That does not work here", "Start again from the first page.")
          .with("Allow", String.join(", ", methods.keySet()));
    }
    return page.answer(visit);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    ALWAYS.forEach(exchange.getResponseHeaders()::set);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    var body = reply.body().getBytes(UTF_8);
    boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), silent ? -1 : body.length);
    if (!silent) {
      exchange.getResponseBody().write(body);
    }
  }
}
