/**
 * The master key, what is derived from it, and envelopes that only this installation can seal and
 * open; the keys that sign access tokens, and how they take turns.
 */
@NullMarked
package com.astraof.oauth2.core.key;

import org.jspecify.annotations.NullMarked;
