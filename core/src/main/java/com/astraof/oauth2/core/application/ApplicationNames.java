package com.astraof.oauth2.core.application;

import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.name.NameRules;
import com.astraof.oauth2.core.name.NameRules.Unfit;
import com.astraof.oauth2.core.protocol.FieldProblem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps names from passing for the house or for a verified application (decision 19). Names from
 * before a rule, or before somebody was verified, stay and are doubtful.
 */
public final class ApplicationNames {
  private static final String ALIKE =
      "This name looks like that of a verified app: choose another.";

  private final NameRules rules;
  private final ApplicationStore applications;

  public ApplicationNames(NameRules rules, ApplicationStore applications) {
    this.rules = rules;
    this.applications = applications;
  }

  /**
   * What is wrong with a new name, on the field {@code name}.
   *
   * @param owner whose own applications may be called alike
   */
  public List<FieldProblem> problemsWith(String name, UserId owner) {
    var unfit = rules.problemWith(name).map(ApplicationNames::sentence);
    return unfit
        .or(() -> alike(name, owner).findAny().map(_ -> ALIKE))
        .map(sentence -> List.of(new FieldProblem("name", sentence)))
        .orElse(List.of());
  }

  private static String sentence(Unfit unfit) {
    return switch (unfit) {
      case INVISIBLE -> "This name has invisible characters: type it anew, without copying.";
      case MIXED -> "A word of this name mixes the letters of several scripts: write it in one.";
      case RESERVED ->
          "This name sounds as if the app came from Astral itself: choose one that does not.";
    };
  }

  private Stream<Application> alike(String name, UserId owner) {
    return applications.verified().stream()
        .filter(verified -> !verified.owner().equals(owner))
        .filter(verified -> rules.areAlike(name, verified.name()));
  }

  /** Whether people might take it for somebody else's. A verified one they cannot. */
  public boolean isDoubtful(Application application) {
    return !application.oversight().isVerified()
        && !problemsWith(application.name(), application.owner()).isEmpty();
  }
}
