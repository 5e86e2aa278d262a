/**
 * The token and revocation endpoints' rules: one class for each way to get tokens, and one that
 * ends them.
 */
@NullMarked
package com.astraof.oauth2.core.exchange;

import org.jspecify.annotations.NullMarked;
