package com.astraof.oauth2.server;

import java.net.URI;

/** What the demo prints: where to go, who to be, what to paste. */
record DemoGuide(String issuer, URI app, URI redirectUri, DemoWorld demo) {
  String text() {
    return """

    Astral OAuth2 is running.

      Start here      %1$s   a third-party app: Sign in with Astral
      The server      %2$s
      Settings        %2$s/settings   authorized apps, connections, sessions, applications
      Mailbox         %2$s/mailbox   every e-mail lands here, and none is sent
      Metadata        %2$s/.well-known/oauth-authorization-server

      Sign in as      %3$s   password %4$s   (is in four guilds)
                      %5$s   password %6$s   (is in one guild)

      client_id       %7$s
      client_secret   %8$s
      redirect_uri    %9$s

    The same flow from a terminal, as %3$s:

    SESSION=$(curl -s %2$s/api/v1/auth/login -H 'Content-Type: application/json' \\
      -d '{"email":"%3$s","password":"%4$s"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
    CODE=$(curl -s %2$s/api/v1/oauth2/authorize/consent -H "Authorization: $SESSION" \\
      -H 'Content-Type: application/json' \\
      -d '{"client_id":"%7$s","redirect_uri":"%9$s","scope":"identify email guilds"}' \\
      | sed 's/.*[?&]code=\\([^&"]*\\).*/\\1/')
    TOKEN=$(curl -s %2$s/api/v1/oauth2/token -u %7$s:%8$s \\
      -d grant_type=authorization_code -d "code=$CODE" -d redirect_uri=%9$s \\
      | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
    curl %2$s/api/v1/users/@me -H "Authorization: Bearer $TOKEN"
    curl %2$s/api/v1/users/@me/guilds -H "Authorization: Bearer $TOKEN"

    Ctrl-C stops it; the data stays.

    """
        .formatted(
            app,
            issuer,
            DemoWorld.ADA.email(),
            DemoWorld.ADA.password(),
            DemoWorld.GRACE.email(),
            DemoWorld.GRACE.password(),
            demo.clientId(),
            demo.clientSecret().expose(),
            redirectUri);
  }
}
