package com.astraof.oauth2.demoapp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNullElse;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Another service, as small as can be, at which everyone has an account: that of a star. With it
 * the demo shows how an account elsewhere is linked to one at Astral. Here Astral is the client,
 * and the only one.
 */
public final class Constellation {
  public static final String NAME = "Constellation";
  public static final String CLIENT_ID = "astral";

  private static final String PATH = "/constellation";
  private static final int MOST = 1_000;
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final URI redirectUri;
  private final String clientSecret;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();
  private final SequencedMap<String, Code> codes = new LinkedHashMap<>();
  private final SequencedMap<String, Star> tokens = new LinkedHashMap<>();

  /** Who one can be. */
  enum Star {
    VEGA("Vega"),
    DENEB("Deneb"),
    ALTAIR("Altair");

    final String display;

    Star(String display) {
      this.display = display;
    }
  }

  private record Code(Star star, String challenge) {
    boolean fits(@Nullable String verifier) {
      return verifier != null
          && VERIFIER.matcher(verifier).matches()
          && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
              .getValue()
              .equals(challenge);
    }
  }

  /**
   * @param redirectUri where Astral takes people back
   */
  public Constellation(URI redirectUri, String clientSecret) {
    this.redirectUri = redirectUri;
    this.clientSecret = clientSecret;
  }

  /** One of {@code authorize}, {@code token} and {@code profile}, of an app on that port. */
  public static URI endpoint(int port, String name) {
    return DemoApp.address(port).resolve(PATH + "/" + name);
  }

  Map<String, Map<String, Router.Page>> routes() {
    return Map.of(
        PATH + "/authorize", Map.of("GET", this::authorize),
        PATH + "/token", Map.of("POST", this::token),
        PATH + "/profile", Map.of("GET", this::profile));
  }

  /** Asks who somebody is. Each answer is a link that leads back with a code of its own. */
  private Reply authorize(Visit visit) {
    boolean right =
        one(visit.query(), "client_id").equals(CLIENT_ID)
            && one(visit.query(), "redirect_uri").equals(redirectUri.toString())
            && one(visit.query(), "response_type").equals("code")
            && one(visit.query(), "code_challenge_method").equals("S256");
    if (!right) {
      return ConstellationPage.stranger();
    }
    var challenge = one(visit.query(), "code_challenge");
    var state = one(visit.query(), "state");
    var links = new LinkedHashMap<Star, String>();
    for (Star star : Star.values()) {
      var code = keep(codes, new Code(star, challenge));
      links.put(star, back("code", code, state));
    }
    return ConstellationPage.ask(redirectUri, links, back("error", "access_denied", state));
  }

  private String back(String name, String value, String state) {
    var answer = new LinkedHashMap<String, List<String>>();
    answer.put(name, List.of(value));
    answer.put("state", List.of(state));
    return redirectUri + "?" + URLUtils.serializeParameters(answer);
  }

  /** Takes each code once (RFC 6749 §4.1.3), with the verifier that fits (RFC 7636 §4.6). */
  private Reply token(Visit visit) {
    if (!CLIENT_ID.equals(visit.field("client_id"))
        || !isEqual(clientSecret, visit.field("client_secret"))) {
      return json(401, "{\"error\":\"invalid_client\"}");
    }
    var code = take(codes, visit.field("code"));
    if (code == null
        || !redirectUri.toString().equals(visit.field("redirect_uri"))
        || !code.fits(visit.field("code_verifier"))) {
      return json(400, "{\"error\":\"invalid_grant\"}");
    }
    var token = keep(tokens, code.star());
    return json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60}".formatted(token));
  }

  private Reply profile(Visit visit) {
    var star = take(tokens, visit.bearer());
    return star == null
        ? json(401, "{\"error\":\"invalid_token\"}")
        : json(
            200,
            "{\"star\":{\"id\":\"%s\",\"name\":\"%s\"}}"
                .formatted(star.name().toLowerCase(Locale.ROOT), star.display));
  }

  private <T> String keep(SequencedMap<String, T> all, T value) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    lock.lock();
    try {
      all.put(key, value);
      if (all.size() > MOST) {
        all.pollFirstEntry();
      }
      return key;
    } finally {
      lock.unlock();
    }
  }

  private <T> @Nullable T take(Map<String, T> all, @Nullable String key) {
    lock.lock();
    try {
      return key == null ? null : all.remove(key);
    } finally {
      lock.unlock();
    }
  }

  private static boolean isEqual(String expected, @Nullable String sent) {
    var bytes = requireNonNullElse(sent, "").getBytes(US_ASCII);
    return MessageDigest.isEqual(expected.getBytes(US_ASCII), bytes);
  }

  private static String one(Map<String, List<String>> parameters, String name) {
    return String.join(" ", parameters.getOrDefault(name, List.of()));
  }

  private static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }
}
