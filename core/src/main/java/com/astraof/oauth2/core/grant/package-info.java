/** The grant: what one approval opened, where it lives, and which grants have ended. */
@NullMarked
package com.astraof.oauth2.core.grant;

import org.jspecify.annotations.NullMarked;
