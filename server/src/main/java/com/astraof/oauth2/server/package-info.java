/** The composition root and the {@code astral} command: here everything meets, and nowhere else. */
@NullMarked
package com.astraof.oauth2.server;

import org.jspecify.annotations.NullMarked;
