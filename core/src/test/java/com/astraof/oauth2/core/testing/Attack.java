package com.astraof.oauth2.core.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test tries an attack of the catalogue and shows that it fails; {@link CoverageTable} lists it
 * there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Attack.All.class)
public @interface Attack {
  /** The row of the catalogue, such as {@code R-03}. */
  String value();

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    Attack[] value();
  }
}
