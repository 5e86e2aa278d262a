/** The rules of the authorization server. No HTTP, no SQL, no logger, no clock of its own. */
@NullMarked
package com.astraof.oauth2.core;

import org.jspecify.annotations.NullMarked;
