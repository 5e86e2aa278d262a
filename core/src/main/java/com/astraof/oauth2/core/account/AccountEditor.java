package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.account.AccountEdit.ProfileEdit;
import com.astraof.oauth2.core.account.AccountEdit.Rename;
import com.astraof.oauth2.core.account.AccountEdit.Renumber;
import com.astraof.oauth2.core.account.User.Profile;
import com.astraof.oauth2.core.account.User.Tag;
import com.astraof.oauth2.core.audit.AuditEvent;
import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.core.secret.Entropy;
import java.util.List;
import java.util.Optional;

/** Changes what a user, a person or a bot, is called and tells about itself. */
public final class AccountEditor {
  private static final int TRIES = 40;

  private final UserStore users;
  private final Entropy entropy;

  public AccountEditor(UserStore users, Entropy entropy) {
    this.users = users;
    this.entropy = entropy;
  }

  /** All of the edits, or none. */
  public Outcome edit(User seen, List<AccountEdit> edits, AuditEvent event) {
    var problems = edits.stream().map(AccountEdit::problem).flatMap(Optional::stream).toList();
    if (!problems.isEmpty()) {
      return new Outcome.Refused(problems);
    }
    boolean picksNumber = edits.stream().anyMatch(edit -> edit instanceof Renumber);
    User current = seen;
    for (int i = 0; i < TRIES; i++) {
      User after = applied(current, edits);
      switch (users.replace(after, event)) {
        case REPLACED -> {
          return new Outcome.Edited(users.find(seen.id()).orElse(after));
        }
        case TAG_TAKEN -> {
          if (picksNumber) {
            return new Outcome.TagTaken();
          }
        }
        case CHANGED -> {
          Optional<User> found = users.find(seen.id());
          if (found.isEmpty()) {
            return new Outcome.Gone();
          }
          current = found.get();
        }
      }
    }
    return new Outcome.TagTaken();
  }

  private User applied(User user, List<AccountEdit> edits) {
    Profile profile = user.profile();
    Tag tag = user.tag();
    for (AccountEdit edit : edits) {
      switch (edit) {
        case ProfileEdit one -> profile = one.applyTo(profile);
        case Rename(var username) -> tag = renamed(tag, new Username(username));
        case Renumber _ -> {}
      }
    }
    for (AccountEdit edit : edits) {
      if (edit instanceof Renumber(var digits)) {
        tag = new Tag(tag.username(), Integer.parseInt(digits));
      }
    }
    return user.with(profile).with(tag);
  }

  private Tag renamed(Tag tag, Username username) {
    boolean sameName = username.value().equalsIgnoreCase(tag.username().value());
    return new Tag(username, sameName ? tag.discriminator() : entropy.below(10_000));
  }

  /** What became of the edits. */
  public sealed interface Outcome {
    record Edited(User user) implements Outcome {}

    record Refused(List<FieldProblem> problems) implements Outcome {}

    /** Somebody else has this username with this discriminator, or too many have the username. */
    record TagTaken() implements Outcome {}

    /** The user does not exist any more. */
    record Gone() implements Outcome {}
  }
}
