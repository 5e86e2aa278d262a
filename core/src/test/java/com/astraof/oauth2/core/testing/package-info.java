/**
 * What the tests of every module share: a clock and chance that obey, generated inputs, and the
 * tags from which the table of RFC sections and attacks is printed.
 */
@NullMarked
package com.astraof.oauth2.core.testing;

import org.jspecify.annotations.NullMarked;
