/**
 * Proofs that whoever sends a request holds a key (RFC 9449). What is bound to the key, others
 * decide.
 */
@NullMarked
package com.astraof.oauth2.core.dpop;

import org.jspecify.annotations.NullMarked;
