/**
 * Other services at which users have accounts: which the operator named, and how one of them is
 * asked who somebody is. Knows no page and keeps no token.
 */
@NullMarked
package com.astraof.oauth2.server.connection;

import org.jspecify.annotations.NullMarked;
