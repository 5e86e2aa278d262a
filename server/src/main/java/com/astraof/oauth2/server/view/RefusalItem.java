package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.insight.Detail;
import com.astraof.oauth2.core.insight.Reason;
import com.astraof.oauth2.core.insight.Refusal;
import java.util.Locale;

/** A refused request in words. */
public record RefusalItem(Refusal refusal) {
  /** Where it was refused. */
  public String door(Words words) {
    return words.say("insights.door." + refusal.door().name().toLowerCase(Locale.ROOT));
  }

  public String error() {
    return refusal.error().wire();
  }

  public String why(Words words) {
    return sentence(refusal.reason(), words);
  }

  /** The same for whoever has no page. */
  public static String sentence(Reason reason, Words words) {
    Object[] named = reason.details().stream().map(detail -> argument(detail, words)).toArray();
    return words.say("refusal." + reason.cause().name().toLowerCase(Locale.ROOT), named);
  }

  private static Object argument(Detail detail, Words words) {
    return switch (detail) {
      case Detail.Count(var value) -> value;
      case Detail.Moment(var at) -> words.dateTime(at);
      case Detail.Text(var value) -> Shown.text(value);
    };
  }
}
