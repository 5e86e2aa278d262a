package com.astraof.oauth2.server;

import com.astraof.oauth2.core.key.WrongMasterKey;
import com.astraof.oauth2.server.http.HttpServer;
import java.util.List;

/**
 * The server must not start; the message says why and what to do, in a line or two for the
 * operator.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotStart(String message) {
    super(message);
  }

  public CannotStart(String message, Throwable cause) {
    super(message, cause);
  }

  /** Each on a line of its own. */
  static CannotStart because(List<String> problems) {
    return new CannotStart(String.join(System.lineSeparator() + "astral: ", problems));
  }

  /**
   * @param flag where another port is chosen
   */
  static CannotStart portTaken(HttpServer.PortTaken cause, String flag) {
    return new CannotStart(
        cause.getMessage() + ": the port is taken. Choose another with " + flag + ".", cause);
  }

  static CannotStart wrongMasterKey(WrongMasterKey cause) {
    return new CannotStart(
        "The master key is not the one that this database was made with. Bring that one back, or"
            + " name it in master-key-previous; if it is lost, run astral keys rotate-master"
            + " --forget.",
        cause);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
