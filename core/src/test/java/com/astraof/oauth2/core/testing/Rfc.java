package com.astraof.oauth2.core.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test shows that a rule of this section is kept; {@link CoverageTable} lists it there. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Rfc.All.class)
public @interface Rfc {
  /** The number, such as 6749. */
  int value();

  /** The section without its sign, such as {@code 4.1.2} or {@code B} for an appendix. */
  String section();

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    Rfc[] value();
  }
}
