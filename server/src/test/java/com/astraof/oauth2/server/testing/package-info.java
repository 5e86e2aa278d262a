/**
 * Drives a real server as its clients do: users, apps and browsers that speak the product's
 * language.
 */
@NullMarked
package com.astraof.oauth2.server.testing;

import org.jspecify.annotations.NullMarked;
