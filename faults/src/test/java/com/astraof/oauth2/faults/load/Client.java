package com.astraof.oauth2.faults.load;

import com.astraof.oauth2.faults.check.Act;
import com.astraof.oauth2.faults.check.Act.Approve;
import com.astraof.oauth2.faults.check.Act.Exchange;
import com.astraof.oauth2.faults.check.Act.Refresh;
import com.astraof.oauth2.faults.check.Act.Register;
import com.astraof.oauth2.faults.check.Act.Rename;
import com.astraof.oauth2.faults.check.Act.Reuse;
import com.astraof.oauth2.faults.check.Act.Revoke;
import com.astraof.oauth2.faults.check.Act.SignIn;
import com.astraof.oauth2.faults.check.Act.SignOut;
import com.astraof.oauth2.faults.check.Act.Visit;
import com.astraof.oauth2.faults.check.Act.Withdraw;
import com.astraof.oauth2.faults.check.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A user and the app on their side: signs in, says yes, exchanges, refreshes, calls and ends, at
 * whichever node. What got no answer is asked again, as a good client does, until there is one.
 */
final class Client {
  private static final int LATELY = 40;

  private final int number;
  private final Doors doors;
  private final App app;
  private final Clock clock;
  private final Duration pace;
  private final Random random;
  private final String user;
  private final Queue<Held> grants = new ConcurrentLinkedQueue<>();
  private final Queue<Held> lately = new ConcurrentLinkedQueue<>();
  private String session = "";
  private String sessionName = "";
  private int made;

  /**
   * @param pace between one grant and the next
   */
  Client(int number, Doors doors, App app, Clock clock, Duration pace, Random random) {
    this.number = number;
    this.doors = doors;
    this.app = app;
    this.clock = clock;
    this.pace = pace;
    this.random = random;
    this.user = "user" + number;
  }

  /** Before anything breaks. */
  void arrive() {
    ask(new Register(user), door -> door.register(user));
    signIn();
  }

  /** Lives until the load ends. */
  void live() {
    while (clock.isRunning()) {
      account();
      Held held = opened().orElse(null);
      if (held != null) {
        use(held);
        end(held);
        probe(held);
        if (held.ended) {
          remember(held);
        }
      }
      clock.rest(pace);
    }
  }

  /** The newest of those that ended. */
  List<Held> lately() {
    return List.copyOf(lately);
  }

  private void remember(Held held) {
    lately.add(held);
    if (lately.size() > LATELY) {
      lately.remove();
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Every other client stays at one node, as behind a balancer that keeps them there. */
  private int anyNode() {
    boolean isFaithful = number % 2 == 0;
    return isFaithful ? number / 2 % doors.count() : random.nextInt(doors.count());
  }

  private String next(String kind) {
    return kind + number + "-" + ++made;
  }

  private void account() {
    if (chance(20)) {
      String left = session;
      String leftName = sessionName;
      signIn();
      if (chance(50)) {
        ask(new SignOut(user, leftName), door -> door.signOut(left));
        once(anyNode(), new Visit(user, leftName), door -> door.visit(left));
      }
    }
    if (chance(20)) {
      String name = next("Name ");
      ask(new Rename(user, name), door -> door.rename(session, name));
    }
    if (chance(10)) {
      String other = next("guest").replace('-', '_');
      once(anyNode(), new Register(other), door -> door.register(other));
      once(anyNode(), new SignIn(other, next("session")), door -> door.signIn(other));
    }
    once(anyNode(), new Visit(user, sessionName), door -> door.visit(session));
  }

  private void signIn() {
    String name = next("session");
    Result result = ask(new SignIn(user, name), door -> door.signIn(user));
    if (result.isAccepted()) {
      session = result.text("token");
      sessionName = name;
    }
  }

  /** A new grant, unless its code was lost or came too often. */
  private Optional<Held> opened() {
    String grant = next("grant");
    Result yes = once(anyNode(), new Approve(user, grant), door -> door.approve(session, app));
    if (!yes.isAccepted()) {
      clock.pause();
      return Optional.empty();
    }
    String code = Door.code(yes);
    Act act = new Exchange(grant);
    Result first;
    if (chance(15)) {
      first = atOnce(act, door -> door.exchange(app, code));
    } else {
      first = once(anyNode(), act, door -> door.exchange(app, code));
    }
    if (first.outcome() instanceof Outcome.Unanswered && chance(50)) {
      first = once(anyNode(), act, door -> door.exchange(app, code));
    }
    if (!first.isAccepted()) {
      return Optional.empty();
    }
    var held = new Held(grant, code, first.text("refresh_token"), first.text("access_token"));
    grants.add(held);
    return Optional.of(held);
  }

  private void use(Held held) {
    int steps = random.nextInt(5);
    for (int i = 0; i < steps && clock.isRunning(); i++) {
      once(anyNode(), new Act.Call(held.grant), door -> door.call(held.access));
      if (!refresh(held)) {
        return;
      }
      if (chance(20)) {
        once(anyNode(), new Act.Introspect(held.grant), door -> door.introspect(app, held.access));
      }
    }
  }

  /** False when the grant should rest, because an answer was missing or it is over. */
  private boolean refresh(Held held) {
    String token = held.refresh;
    Act act = new Refresh(held.grant, Mark.of(token));
    Function<Door, Result> request = door -> door.refresh(app, token);
    Result result = chance(20) ? atOnce(act, request) : once(anyNode(), act, request);
    if (result.outcome().isUnknown()) {
      ask(act, request);
      return false;
    }
    if (!result.isAccepted()) {
      return false;
    }
    held.retired = token;
    held.refresh = result.text("refresh_token");
    held.access = result.text("access_token");
    return true;
  }

  private void end(Held held) {
    String retired = held.retired;
    int way = random.nextInt(100);
    if (way < 35) {
      String token = chance(50) ? held.refresh : held.access;
      held.ended = ask(new Revoke(held.grant), door -> door.revoke(app, token)).isAccepted();
    } else if (way < 45) {
      held.ended = ask(new Withdraw(user), door -> door.withdraw(session, app)).isAccepted();
    } else if (way < 55) {
      Act again = new Exchange(held.grant);
      ask(again, door -> door.exchange(app, held.code));
      held.ended = true;
    } else if (way < 65 && retired != null) {
      reuse(held, retired);
    }
  }

  /** The successor is used first, so that the old one is one too old. */
  private void reuse(Held held, String retired) {
    if (refresh(held)) {
      ask(new Reuse(held.grant), door -> door.refresh(app, retired));
      held.ended = true;
    }
  }

  /** Tries the grant at once, and asks for the next generation of one that ended. */
  private void probe(Held held) {
    once(anyNode(), new Act.Call(held.grant), door -> door.call(held.access));
    if (held.ended) {
      String token = held.refresh;
      Act act = new Refresh(held.grant, Mark.of(token));
      once(anyNode(), act, door -> door.refresh(app, token));
    }
  }

  /** When nothing breaks any more: what is there, and what is gone. */
  void look() {
    once(anyNode(), new Visit(user, sessionName), door -> door.visit(session));
    signIn();
    once(anyNode(), new Visit(user, sessionName), door -> door.visit(session));
    for (Held held : grants) {
      String token = held.refresh;
      Act act = new Refresh(held.grant, Mark.of(token));
      once(anyNode(), act, door -> door.refresh(app, token));
      for (int node = 0; node < doors.count(); node++) {
        once(node, new Act.Call(held.grant), door -> door.call(held.access));
      }
    }
  }

  private Result once(int node, Act act, Function<Door, Result> request) {
    return doors.ask(number, node, act, request);
  }

  /** Until somebody knows, or it takes too long. */
  private Result ask(Act act, Function<Door, Result> request) {
    int node = anyNode();
    Result result = once(node, act, request);
    while (result.outcome().isUnknown() && clock.isPatient()) {
      clock.pause();
      node = (node + 1) % doors.count();
      result = once(node, act, request);
    }
    return result;
  }

  /** The same twice at the same time, at nodes that may differ. */
  private Result atOnce(Act act, Function<Door, Result> request) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int node = anyNode();
      var other = threads.submit(() -> once(node, act, request));
      Result one = once(anyNode(), act, request);
      return best(one, other.get());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that was refused says nothing where the twin was not answered. */
  private static Result best(Result one, Result other) {
    if (one.outcome().isUnknown() || other.isAccepted()) {
      return one.outcome().isUnknown() ? one : other;
    }
    return other.outcome().isUnknown() ? other : one;
  }
}
