/**
 * Accounts at other services that users have linked to theirs: whose they are, who may see them,
 * and how linking is begun and finished. Talking to those services is left to the server.
 */
@NullMarked
package com.astraof.oauth2.core.connection;

import org.jspecify.annotations.NullMarked;
