/**
 * Breaks a running installation in every way that we know, and proves that no answer was in vain.
 */
@NullMarked
package com.astraof.oauth2.faults;

import org.jspecify.annotations.NullMarked;
