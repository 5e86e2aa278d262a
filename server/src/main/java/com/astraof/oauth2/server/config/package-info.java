/** Settings: where each comes from, what it means, what it may be. */
@NullMarked
package com.astraof.oauth2.server.config;

import org.jspecify.annotations.NullMarked;
