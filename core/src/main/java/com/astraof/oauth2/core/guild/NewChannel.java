package com.astraof.oauth2.core.guild;

import com.astraof.oauth2.core.guild.Channel.About;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel that somebody wants. Nothing of it has been checked.
 *
 * @param parent the category it is to stand in; null for none
 */
public record NewChannel(
    Channel.Type type, About about, @Nullable ChannelId parent, List<Overwrite> overwrites) {
  private static final int LONGEST_TOPIC = 1_024;
  private static final int LONGEST_URL = 2_048;

  public NewChannel {
    overwrites = List.copyOf(overwrites);
  }

  /** Why it cannot be, on the fields of contract 6. */
  List<FieldProblem> problems() {
    var problems = new ArrayList<FieldProblem>();
    Length.problem("name", about.name(), Length.NAME).ifPresent(problems::add);
    if (about.topic() != null) {
      Length.problem("topic", about.topic(), LONGEST_TOPIC).ifPresent(problems::add);
    }
    urlProblem().ifPresent(problems::add);
    if (type == Channel.Type.CATEGORY && parent != null) {
      problems.add(new FieldProblem("parent_id", "A category stands in no other."));
    }
    var targets = new HashSet<Overwrite.Target>();
    if (!overwrites.stream().allMatch(overwrite -> targets.add(overwrite.target()))) {
      String message = "A role or member comes twice.";
      problems.add(new FieldProblem("permission_overwrites", message));
    }
    return problems;
  }

  /** People follow it: whatever could run where they are is no link. */
  private Optional<FieldProblem> urlProblem() {
    String url = about.url();
    boolean fits =
        type == Channel.Type.LINK
            ? url != null && url.matches("https?://\\S+") && !Length.exceeds(LONGEST_URL, url)
            : url == null;
    return fits
        ? Optional.empty()
        : Optional.of(new FieldProblem("url", "A link, and nothing else, has an http(s) address."));
  }
}
