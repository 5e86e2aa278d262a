package com.astraof.oauth2.core.delay;

import java.util.function.Supplier;

/** Is there while something takes its time; it must be quick and must not fail. */
public interface DelayWatch {
  DelayWatch NOBODY =
      new DelayWatch() {
        @Override
        public <T> T during(Delay delay, Supplier<T> work) {
          return work.get();
        }
      };

  /** Does the work in this very thread, and returns or throws what it does. */
  <T> T during(Delay delay, Supplier<T> work);
}
