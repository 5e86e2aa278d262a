/** The pages on which people set up what they prove beside their password. */
@NullMarked
package com.astraof.oauth2.server.settings.security;

import org.jspecify.annotations.NullMarked;
