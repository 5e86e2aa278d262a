package com.astraof.oauth2.server.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/applications/{id}/oauth2}: how an application takes part in the protocol.
 *
 * @param fresh a secret that was made a moment ago; null when none was
 */
public record ApplicationOAuth2Page(
    ApplicationFrame application,
    Sudo sudo,
    RedirectUris redirectUris,
    Credentials credentials,
    BindingPanel binding,
    @Nullable FreshSecret fresh,
    AuthorizationUrl url) {
  /** The form that adds a secret, as {@link Sudo} names it. */
  public static final String ADD_FORM = "add-secret";

  /** The form that puts a new secret in the place of all others. */
  public static final String RESET_FORM = "reset-secret";

  public ApplicationOAuth2Page with(Sudo changed) {
    return new ApplicationOAuth2Page(
        application, changed, redirectUris, credentials, binding, fresh, url);
  }

  public ApplicationOAuth2Page with(RedirectUris changed) {
    return new ApplicationOAuth2Page(application, sudo, changed, credentials, binding, fresh, url);
  }

  public ApplicationOAuth2Page with(Credentials changed) {
    return new ApplicationOAuth2Page(application, sudo, redirectUris, changed, binding, fresh, url);
  }

  public ApplicationOAuth2Page with(BindingPanel changed) {
    return new ApplicationOAuth2Page(
        application, sudo, redirectUris, credentials, changed, fresh, url);
  }

  public ApplicationOAuth2Page with(FreshSecret made) {
    return new ApplicationOAuth2Page(
        application, sudo, redirectUris, credentials, binding, made, url);
  }

  /**
   * Where people may be sent back to.
   *
   * @param typed what was to be added and was refused; empty when nothing was
   * @param problem why it was refused, a sentence; null when nothing was
   */
  public record RedirectUris(List<String> all, String typed, @Nullable String problem) {
    public RedirectUris {
      all = List.copyOf(all);
    }

    /** With none refused. */
    public RedirectUris(List<String> all) {
      this(all, "", null);
    }
  }

  /**
   * How the application proves who it is.
   *
   * @param secrets oldest first; none for a public client
   * @param keys by which it can authenticate as well, or instead
   * @param problem why they are not what was asked for, a sentence; null when they are
   */
  public record Credentials(
      boolean isConfidential, List<SecretItem> secrets, KeyPanel keys, @Nullable String problem) {
    private static final int MOST = 2;

    public Credentials {
      secrets = List.copyOf(secrets);
    }

    /** Whether there is room for one more. */
    public boolean canGrow() {
      return secrets.size() < MOST;
    }

    /** Whether one may go without locking the application out. */
    public boolean canShrink() {
      return secrets.size() > 1 || !keys.isEmpty();
    }

    public Credentials with(KeyPanel changed) {
      return new Credentials(isConfidential, secrets, changed, problem);
    }

    public Credentials refused(String why) {
      return new Credentials(isConfidential, secrets, keys, why);
    }
  }

  /**
   * One secret, without its text.
   *
   * @param id names it in forms
   * @param ending its last characters; empty when those are not known
   */
  public record SecretItem(String id, Instant createdAt, String ending) {
    /** The form that retires it, as {@link Sudo} names it. */
    public static String form(String id) {
      return "retire-" + id;
    }
  }
}
