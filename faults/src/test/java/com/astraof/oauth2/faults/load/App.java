package com.astraof.oauth2.faults.load;

/** The app that everybody uses, with what its developer got. */
record App(String id, String secret) {
  static final String REDIRECT_URI = "https://app.example/callback";
}
