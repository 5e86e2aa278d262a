package com.astraof.oauth2.faults.check;

import com.astraof.oauth2.faults.check.Act.Approve;
import com.astraof.oauth2.faults.check.Act.OfGrant;
import com.astraof.oauth2.faults.check.Act.OfUser;
import com.astraof.oauth2.faults.check.Act.Withdraw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A history, sorted by what it is about.
 *
 * @param mendedAt from when on nothing was broken any more
 */
public record Chronicle(List<Event> events, List<Life> lives, List<Person> people, long mendedAt) {
  static Chronicle of(List<Event> events, long mendedAt) {
    Map<String, List<Event>> byGrant = new LinkedHashMap<>();
    Map<String, List<Event>> byUser = new LinkedHashMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.act() instanceof OfGrant act) {
        byGrant.computeIfAbsent(act.grant(), any -> new ArrayList<>()).add(event);
      }
      if (event.act() instanceof OfUser act) {
        byUser.computeIfAbsent(act.user(), any -> new ArrayList<>()).add(event);
      }
      if (event.act() instanceof Approve(var user, var grant)) {
        owners.put(grant, user);
      }
    }
    Map<String, List<Event>> withdrawals = new LinkedHashMap<>();
    byUser.forEach(
        (user, all) ->
            withdrawals.put(
                user, all.stream().filter(event -> event.act() instanceof Withdraw).toList()));
    var lives = new ArrayList<Life>();
    byGrant.forEach(
        (grant, all) ->
            lives.add(
                new Life(
                    grant,
                    all,
                    withdrawals.getOrDefault(owners.getOrDefault(grant, ""), List.of()))));
    var people = new ArrayList<Person>();
    byUser.forEach((user, all) -> people.add(new Person(user, all)));
    return new Chronicle(List.copyOf(events), List.copyOf(lives), List.copyOf(people), mendedAt);
  }
}
