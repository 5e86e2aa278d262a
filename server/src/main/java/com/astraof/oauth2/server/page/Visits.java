package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.account.Session;
import com.astraof.oauth2.core.account.Sessions;
import com.astraof.oauth2.core.audit.Act;
import com.astraof.oauth2.core.audit.Who;
import com.astraof.oauth2.core.authentication.Authentication;
import com.astraof.oauth2.core.authentication.SignInMethod;
import com.astraof.oauth2.core.id.UserId;
import com.astraof.oauth2.core.key.Authenticator;
import com.astraof.oauth2.core.key.MasterKeys;
import com.astraof.oauth2.core.protocol.Parameters;
import com.astraof.oauth2.core.secret.Base64Url;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import com.astraof.oauth2.core.secret.SecretHash;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.Cookies;
import com.astraof.oauth2.server.http.Cookies.Name;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.Frame;
import com.astraof.oauth2.server.view.Languages;
import com.astraof.oauth2.server.view.Theme;
import com.astraof.oauth2.server.view.Words;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Knows browsers: who is signed in, and whether a form came from a page that we gave to this very
 * browser.
 *
 * <p>A form token is a MAC of the session, or of a random cookie while nobody is signed in (login
 * CSRF). It needs no storage, and dies with the session that it was made for.
 */
public final class Visits {
  private static final int VISITOR_BYTES = 16;

  private final Sessions sessions;
  private final Authenticator formTokens;
  private final Cookies cookies;
  private final Entropy entropy;

  public Visits(Sessions sessions, MasterKeys masters, Entropy entropy, Cookies cookies) {
    this.sessions = sessions;
    this.formTokens = new Authenticator(masters, "form-token");
    this.cookies = cookies;
    this.entropy = entropy;
  }

  public Visit of(Call call) {
    Optional<Session> session = session(call);
    Optional<String> known = cookies.read(call, Name.VISITOR);
    String visitor = known.orElseGet(() -> Base64Url.encode(entropy.bytes(VISITOR_BYTES)));
    String newVisitor =
        session.isEmpty() && known.isEmpty() ? cookies.set(Name.VISITOR, visitor) : null;
    Theme theme = cookies.read(call, Name.THEME).map(Theme::of).orElse(Theme.SYSTEM);
    var frame = new Frame(words(call, session), formToken(session, visitor), theme);
    var door = new SecretHash(bound(session, visitor));
    return new Visit(session, frame, door, newVisitor);
  }

  /** Whether the form was shown to this browser, in this session, by us. */
  public boolean sent(Call call, Parameters form) {
    Optional<String> site = call.header("sec-fetch-site");
    if (site.filter(value -> !value.equals("same-origin") && !value.equals("none")).isPresent()) {
      return false;
    }
    Optional<Session> session = session(call);
    Optional<String> visitor = cookies.read(call, Name.VISITOR);
    if (session.isEmpty() && visitor.isEmpty()) {
      return false;
    }
    byte[] bound = bound(session, visitor.orElse(""));
    return form.optional("form_token")
        .flatMap(Base64Url::decode)
        .flatMap(formTokens::verify)
        .filter(vouched -> MessageDigest.isEqual(vouched, bound))
        .isPresent();
  }

  /**
   * Whoever has signed in goes on under a new token (session fixation): in the session that they
   * had in this browser, or in a new one. Anybody else's ends.
   *
   * @param onward where to, in this session
   */
  Reply signIn(
      Call call, UserId user, Set<SignInMethod> methods, Function<SecretHash, Reply> onward) {
    Act act = call.act(new Who.Person(user));
    Session own = session(call).filter(one -> one.user().id().equals(user)).orElse(null);
    if (own == null) {
      endSession(call);
    }
    Secret token =
        own == null
            ? sessions.open(user, methods, act)
            : sessions.renew(own, new Authentication(call.now(), methods), act);
    return onward
        .apply(SecretHash.of(token))
        .with("Set-Cookie", cookies.set(Name.SESSION, token.expose()));
  }

  /**
   * A second factor has come to the sign-in, under a new token. It is no newer by that: how recent
   * a sign-in is, its password decides.
   */
  Reply add(Call call, Session session, Set<SignInMethod> methods, Reply reply) {
    var signIn = new Authentication(session.signIn().at(), methods);
    Act act = call.act(new Who.Person(session.user().id()));
    Secret token = sessions.renew(session, signIn, act);
    return reply.with("Set-Cookie", cookies.set(Name.SESSION, token.expose()));
  }

  /** The session goes on under a new token (session fixation). */
  public Reply renew(Session session, Reply reply) {
    Secret token = sessions.renew(session);
    return reply.with("Set-Cookie", cookies.set(Name.SESSION, token.expose()));
  }

  Reply signOut(Call call, Reply reply) {
    endSession(call);
    return reply.with("Set-Cookie", cookies.remove(Name.SESSION));
  }

  /** Shows all pages in these colours to this browser from now on. */
  public Reply paint(Theme theme, Reply reply) {
    return reply.with("Set-Cookie", cookies.set(Name.THEME, theme.value()));
  }

  private void endSession(Call call) {
    Act act = call.act(new Who.Stranger());
    cookies.read(call, Name.SESSION).ifPresent(old -> sessions.end(new Secret(old), act));
  }

  private Optional<Session> session(Call call) {
    return cookies
        .read(call, Name.SESSION)
        .flatMap(token -> sessions.find(new Secret(token), call.now()));
  }

  private String formToken(Optional<Session> session, String visitor) {
    return Base64Url.encode(formTokens.vouch(bound(session, visitor)));
  }

  private static byte[] bound(Optional<Session> session, String visitor) {
    return session
        .map(signedIn -> signedIn.token().bytes())
        .orElseGet(() -> SecretHash.of(new Secret("visitor " + visitor)).bytes());
  }

  private static Words words(Call call, Optional<Session> session) {
    String accepted = call.header("accept-language").orElse("");
    return session
        .map(signedIn -> signedIn.user().profile().language())
        .map(language -> Languages.chosen(language, accepted))
        .orElseGet(() -> Languages.accepted(accepted));
  }
}
