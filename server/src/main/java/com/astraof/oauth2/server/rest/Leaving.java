package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.leaving.AccountClosing;
import com.astraof.oauth2.core.leaving.ClosureStore.Closing;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.json.JsonBody;

/**
 * {@code POST /users/@me/disable} and {@code /users/@me/delete} (contract 4), and, beside the
 * contract, {@code POST /users/@me/data}. Each asks for the password.
 */
public final class Leaving {
  private final AccountClosing closing;
  private final PersonalData data;
  private final Confirmations confirmations;

  public Leaving(AccountClosing closing, PersonalData data, Confirmations confirmations) {
    this.closing = closing;
    this.data = data;
    this.confirmations = confirmations;
  }

  public Reply disable(Call call, Actor.Person person) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () -> {
          closing.disable(person.user().id(), person.act(call));
          return Reply.empty(204).noStore();
        });
  }

  public Reply delete(Call call, Actor.Person person) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call),
        call,
        person,
        () ->
            switch (closing.delete(person.user().id(), person.act(call))) {
              case Closing.Closed _ -> Reply.empty(204).noStore();
              case Closing.OwnsGuilds _ ->
                  ApiErrors.reply(
                      400,
                      "USER_OWNS_GUILDS",
                      "Hand over or delete the guilds that you own first.");
            });
  }

  public Reply copy(Call call, Actor.Person person) {
    return confirmations.confirmed(
        JsonBody.ofOptional(call), call, person, () -> data.file(person.user(), person.act(call)));
  }
}
