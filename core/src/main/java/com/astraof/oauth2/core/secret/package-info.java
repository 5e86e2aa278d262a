/** Secrets, their hashes, where chance comes from, and the one spelling of bytes as text. */
@NullMarked
package com.astraof.oauth2.core.secret;

import org.jspecify.annotations.NullMarked;
