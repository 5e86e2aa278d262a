package com.astraof.oauth2.demoapp;

import java.util.ArrayList;
import java.util.List;

/**
 * The requests that were made since somebody last pressed a button, for the list "What just
 * happened".
 */
final class Journal {
  private static final int MOST = 20;

  private final List<Step> steps = new ArrayList<>();

  /** One request: never its secrets, hence no query, no headers and no body. */
  record Step(String purpose, String method, String path, String result) {}

  void add(Step step) {
    if (steps.size() < MOST) {
      steps.add(step);
    }
  }

  void clear() {
    steps.clear();
  }

  /** The steps so far; the next request starts a new list. */
  List<Step> take() {
    var all = List.copyOf(steps);
    steps.clear();
    return all;
  }
}
