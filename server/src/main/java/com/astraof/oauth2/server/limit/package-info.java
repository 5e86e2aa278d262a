/** Rate limits (contract 1.5). */
@NullMarked
package com.astraof.oauth2.server.limit;

import org.jspecify.annotations.NullMarked;
