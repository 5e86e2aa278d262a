package com.astraof.oauth2.bench.workload;

import com.astraof.oauth2.bench.wire.Answer;
import com.astraof.oauth2.bench.wire.Request;
import com.astraof.oauth2.bench.wire.Visitor;
import com.astraof.oauth2.bench.workload.World.Person;
import java.util.function.Consumer;

/** A browser that is sent by an app and sent back at once: the session and the yes are known. */
public final class Authorizing implements Visitor {
  /** RFC 7636, appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String STATE = "af0ifjsldkj";

  private final World world;
  private final String path;
  private final String cookies;
  private final Consumer<String> codes;

  Authorizing(World world, Person person, Consumer<String> codes) {
    this.world = world;
    this.codes = codes;
    this.cookies = "Cookie: " + person.cookies() + "\r\n";
    this.path = world.paths().authorize() + "?" + query(world);
  }

  /** What an app asks for, whoever comes with it. */
  public static String query(World world) {
    return "response_type=code&client_id="
        + world.app().id()
        + "&redirect_uri="
        + world.app().encodedRedirectUri()
        + "&scope="
        + world.app().encodedScope()
        + "&state="
        + STATE
        + "&code_challenge_method=S256&code_challenge="
        + CHALLENGE;
  }

  @Override
  public Request next() {
    return Request.get(path, cookies);
  }

  @Override
  public void take(Answer answer) {
    String location = answer.header("Location").orElse("");
    boolean isBack =
        location.startsWith(world.app().redirectUri()) && location.contains("state=" + STATE);
    int code = location.indexOf("code=");
    if (!isBack || code < 0) {
      throw new WrongAnswer("expected to be sent back to the app with a code", answer);
    }
    int from = code + "code=".length();
    int end = location.indexOf('&', from);
    codes.accept(location.substring(from, end < 0 ? location.length() : end));
  }
}
