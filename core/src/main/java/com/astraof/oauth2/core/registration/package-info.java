/**
 * Applications that no developer has registered here: those that register themselves, and those
 * that describe themselves at an address of their own. Each owns itself, and nobody else does.
 */
@NullMarked
package com.astraof.oauth2.core.registration;

import org.jspecify.annotations.NullMarked;
