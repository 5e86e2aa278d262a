/**
 * Codes and tokens: sealed or signed statements about a grant. They are made and read here, and
 * stored nowhere.
 */
@NullMarked
package com.astraof.oauth2.core.token;

import org.jspecify.annotations.NullMarked;
