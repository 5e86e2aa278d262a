/** Measures Astral OAuth2 and what people would run instead, side by side on one machine. */
@NullMarked
package com.astraof.oauth2.bench;

import org.jspecify.annotations.NullMarked;
