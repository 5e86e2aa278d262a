package com.astraof.oauth2.demoapp;

import com.astraof.oauth2.demoapp.Constellation.Star;
import java.net.URI;
import java.util.Map;

/** What {@link Constellation} shows: a service of its own, so without the app's frame. */
final class ConstellationPage {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>{}</title>
      <link rel="stylesheet" href="/style.css">
      </head>
      <body class="night">
      <main>
      <section class="hero">
      {}
      </section>
      </main>
      <footer>{} is a demo: it stands for any service at which people have accounts, such as one for music or for
      code. It asks for no password, because everyone here is a star.</footer>
      </body>
      </html>
      """;
  private static final String ASK =
      """
      <h1>Which star are you?</h1>
      <p>Astral, at {}, would like to know who you are on {}. It learns your name here, and can do nothing in your
      account.</p>
      <ul class="stars">
      {}
      </ul>
      <a class="quiet" id="decline" href="{}">Tell it nothing</a>
      """;
  private static final String STAR =
      """
      <li><a class="button" id="{}" href="{}">I am {}</a></li>
      """;
  private static final String STRANGER =
      """
      <h1>Nobody here by that name</h1>
      <p>Whoever sent you is not registered with {}. Nothing was told to anyone.</p>
      """;

  private ConstellationPage() {}

  static Reply ask(URI redirectUri, Map<Star, String> links, String decline) {
    var stars =
        links.entrySet().stream().map(link -> star(link.getKey(), link.getValue())).toList();
    return page(
        200,
        Html.of(ASK, redirectUri.getAuthority(), Constellation.NAME, Html.join(stars), decline));
  }

  private static Html star(Star star, String link) {
    return Html.of(STAR, star.name(), link, star.display);
  }

  /** Sends nobody to an address that is not registered. */
  static Reply stranger() {
    return page(400, Html.of(STRANGER, Constellation.NAME));
  }

  private static Reply page(int status, Html content) {
    return Reply.page(status, Html.of(FRAME, Constellation.NAME, content, Constellation.NAME));
  }
}
