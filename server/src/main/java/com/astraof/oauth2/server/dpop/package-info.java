/** The header DPoP (RFC 9449), wherever tokens are asked for or used. */
@NullMarked
package com.astraof.oauth2.server.dpop;

import org.jspecify.annotations.NullMarked;
