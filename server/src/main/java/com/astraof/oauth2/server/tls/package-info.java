/** The server's certificate and its key, as files that may be renewed while it runs. */
@NullMarked
package com.astraof.oauth2.server.tls;

import org.jspecify.annotations.NullMarked;
