package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import com.astraof.oauth2.bench.workload.Mixing.Part;
import com.astraof.oauth2.bench.workload.World.Person;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is measured, each with 64 connections that belong to 64 people. */
public enum Workload {
  EXCHANGE("code exchange") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(
          supplies.codes(),
          codes -> new Exchanging(supplies.world(), codes, supplies.samples()::add));
    }
  },

  REFRESH("refresh") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(
          supplies.oneEach(),
          first -> new Refreshing(supplies.world(), first, supplies.samples()::add));
    }
  },

  CLIENT_CREDENTIALS("client credentials") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(
          supplies.world().people(),
          _ -> new Authenticating(supplies.world(), supplies.samples()::add));
    }
  },

  INTROSPECTION("introspection") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(supplies.oneEach(), tokens -> Asking.whether(supplies.world(), tokens));
    }
  },

  REVOCATION("revocation") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      World world = supplies.world();
      return each(
          supplies.signIns(),
          some -> asking(() -> once(some.poll(), tokens -> Asking.end(world, tokens)), ""));
    }
  },

  ME_WARM("who am I, token seen before") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      World world = supplies.world();
      return each(supplies.oneEach(), tokens -> asking(() -> Asking.me(world, tokens), ME));
    }
  },

  ME_COLD("who am I, token never seen") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      World world = supplies.world();
      return each(
          supplies.refreshed(),
          some -> asking(() -> once(some.poll(), tokens -> Asking.me(world, tokens)), ME));
    }
  },

  AUTHORIZE("authorize, consent remembered") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(
          supplies.world().people(),
          person -> new Authorizing(supplies.world(), person, Workload::forget));
    }
  },

  SIGN_IN("sign-in") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(supplies.world().people(), person -> signingIn(supplies.world(), person));
    }
  },

  /** For floors: servers that answer anything with 200. */
  PLAIN("any GET") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      return each(
          supplies.world().people(), _ -> asking(() -> Request.get("/users/@me", ""), "xxx"));
    }
  },

  /** Most of the day apps call the API and refresh; people come seldom. */
  DAY("a mix like a day's") {
    @Override
    public List<Visitor> visitors(Supplies supplies) {
      var visitors = new ArrayList<Visitor>();
      List<Tokens> tokens = supplies.oneEach();
      for (int i = 0; i < tokens.size(); i++) {
        Person person = supplies.world().people().get(i);
        visitors.add(new Mixing(day(supplies, person, tokens.get(i)), i));
      }
      return visitors;
    }
  };

  private static final String ME = "\"username\"";

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** One for each person, with all that they need. */
  public abstract List<Visitor> visitors(Supplies supplies);

  private static List<Part> day(Supplies supplies, Person person, Tokens tokens) {
    World world = supplies.world();
    var codes = new ArrayDeque<String>();
    return List.of(
        new Part(1_000, asking(() -> Asking.me(world, tokens), ME)),
        new Part(500, new Refreshing(world, tokens, supplies.samples()::add)),
        new Part(200, Asking.whether(world, tokens)),
        new Part(120, new Authorizing(world, person, codes::add)),
        new Part(120, new Exchanging(world, codes, supplies.samples()::add)),
        new Part(60, new Authenticating(world, supplies.samples()::add)),
        new Part(1, signingIn(world, person)));
  }

  private static Visitor signingIn(World world, Person person) {
    String json =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), person.password());
    return asking(() -> Request.json(world.paths().signIn(), "", json), "\"token\"");
  }

  private static Visitor asking(Supplier<@Nullable Request> requests, String part) {
    return new Asking(requests, part);
  }

  private static @Nullable Request once(
      @Nullable Tokens tokens, Function<Tokens, Request> request) {
    return tokens == null ? null : request.apply(tokens);
  }

  private static void forget(String code) {
    // Codes that nobody exchanges expire.
  }

  private static <T> List<Visitor> each(List<T> all, Function<T, Visitor> visitor) {
    return all.stream().map(visitor).toList();
  }
}
