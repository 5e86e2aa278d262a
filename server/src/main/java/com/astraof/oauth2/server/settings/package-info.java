/** The pages of User Settings: what is on them, and what their forms do. */
@NullMarked
package com.astraof.oauth2.server.settings;

import org.jspecify.annotations.NullMarked;
