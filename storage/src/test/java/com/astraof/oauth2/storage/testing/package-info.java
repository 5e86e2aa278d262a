/** The engines as tests use them; the server's tests do as well. */
@NullMarked
package com.astraof.oauth2.storage.testing;

import org.jspecify.annotations.NullMarked;
