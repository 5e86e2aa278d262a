/**
 * The vocabulary of the RFCs: parameters, scopes, redirect URIs, PKCE and errors. Decides nothing
 * about who may.
 */
@NullMarked
package com.astraof.oauth2.core.protocol;

import org.jspecify.annotations.NullMarked;
