/**
 * The protocol's endpoints: token, revocation, metadata and keys. Form in, JSON out; no rules, no
 * SQL.
 */
@NullMarked
package com.astraof.oauth2.server.oauth;

import org.jspecify.annotations.NullMarked;
