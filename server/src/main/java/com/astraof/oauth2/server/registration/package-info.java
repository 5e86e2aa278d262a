/**
 * The edge of applications that come in by themselves: dynamic registration (RFC 7591, RFC 7592)
 * and the documents in which clients describe themselves.
 */
@NullMarked
package com.astraof.oauth2.server.registration;

import org.jspecify.annotations.NullMarked;
