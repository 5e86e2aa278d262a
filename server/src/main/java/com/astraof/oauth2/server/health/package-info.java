/** Whether this server is alive, and whether it can do its work. */
@NullMarked
package com.astraof.oauth2.server.health;

import org.jspecify.annotations.NullMarked;
