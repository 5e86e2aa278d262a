package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.History;
import com.astraof.oauth2.server.testing.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Many clients at once, and a thief at each node. */
public final class Load implements AutoCloseable {
  /** Who is there, and how long each rests between two grants. */
  public record Crowd(int clients, Duration pace) {
    public static final Crowd USUAL = new Crowd(8, Duration.ofMillis(50));

    /** For runs whose history would get too long. */
    public static final Crowd CALM = new Crowd(8, Duration.ofMillis(250));
  }

  private final Clock clock = new Clock();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final List<Thief> thieves = new ArrayList<>();

  private Load() {}

  /** Lets everybody in and begin. */
  public static Load on(List<Wire> nodes, Crowd crowd, long seed, History history) {
    var doors = new Doors(nodes, history);
    App app = register(nodes.getFirst());
    var load = new Load();
    for (int i = 0; i < crowd.clients(); i++) {
      var random = new Random(seed + i);
      load.clients.add(new Client(i, doors, app, load.clock, crowd.pace(), random));
    }
    for (int node = 0; node < nodes.size(); node++) {
      int number = crowd.clients() + node;
      var random = new Random(seed + number);
      load.thieves.add(new Thief(number, node, doors, load.clients, load.clock, random));
    }
    load.all(Client::arrive);
    load.clients.forEach(client -> load.running.add(load.threads.submit(client::live)));
    load.thieves.forEach(thief -> load.running.add(load.threads.submit(thief::live)));
    return load;
  }

  private static App register(Wire node) {
    var door = new Door(node);
    String session = door.register("developer").text("token");
    Result app = door.registerApp(session, "Stargazer", App.REDIRECT_URI);
    return new App(app.text("id"), app.text("client_secret"));
  }

  /** Lets everybody finish what they began. */
  public void end() {
    clock.end();
    await(running);
  }

  /** When all is mended: looks at everything that there is. */
  public void lookAtAll() {
    all(Client::look);
  }

  private void all(Consumer<Client> work) {
    var works = new ArrayList<Future<?>>();
    clients.forEach(client -> works.add(threads.submit(() -> work.accept(client))));
    await(works);
  }

  private static void await(List<Future<?>> works) {
    try {
      for (Future<?> work : works) {
        work.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client broke down", e.getCause());
    }
  }

  @Override
  public void close() {
    clock.end();
    threads.close();
  }
}
