/** The pages on which developers look after their applications, and what their forms do. */
@NullMarked
package com.astraof.oauth2.server.settings.apps;

import org.jspecify.annotations.NullMarked;
