package com.astraof.oauth2.core.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** As {@link Rfc}, for standards that are no RFCs. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Spec.All.class)
public @interface Spec {
  /** Its short name, as in rfcs.tsv: {@code FAPI}. */
  String value();

  /** The section without its sign, such as {@code 4.1.2} or {@code B} for an appendix. */
  String section();

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    Spec[] value();
  }
}
