package com.astraof.oauth2.server.http;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request. */
final class RequestLog implements Witness {
  private static final Logger log = LoggerFactory.getLogger("astral.request");

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");

  @Override
  public void saw(Answered answered) {
    String method = answered.method();
    var line =
        log.atInfo()
            .addKeyValue("request", answered.request())
            // What came may be anything, and is not for the log.
            .addKeyValue("method", METHOD.matcher(method).matches() ? method : "-")
            .addKeyValue("route", answered.route())
            .addKeyValue("status", answered.reply().status())
            .addKeyValue("micros", answered.nanos() / 1_000);
    for (Reply.Remark remark : answered.reply().remarks()) {
      line = line.addKeyValue(remark.name(), remark.value());
    }
    line.log("request");
  }
}
