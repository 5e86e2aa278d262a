/** What clients live through, told over HTTP against a real server with a real database. */
@NullMarked
package com.astraof.oauth2.server.story;

import org.jspecify.annotations.NullMarked;
