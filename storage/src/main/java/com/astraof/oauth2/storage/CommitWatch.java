package com.astraof.oauth2.storage;

import java.time.Duration;

/** Is told how writes fare; it must be quick, for the next commit waits. */
public interface CommitWatch {
  CommitWatch NOBODY =
      new CommitWatch() {
        @Override
        public void committed(int writes) {}

        @Override
        public void waited(Duration sinceAsked) {}
      };

  /** So many writes shared one commit. */
  void committed(int writes);

  /** One write is on disk, so long after it was asked for. */
  void waited(Duration sinceAsked);
}
