package com.astraof.oauth2.server.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Carries an answer to an app by a form that sends itself; without scripts there is a button.
 *
 * @param action the app's redirect URI
 * @param host the same for people to read
 * @param parameters of the answer: a code among them, so the page must not be kept
 */
public record FormPostPage(
    Frame frame, String action, String host, Map<String, String> parameters) {
  public FormPostPage {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
