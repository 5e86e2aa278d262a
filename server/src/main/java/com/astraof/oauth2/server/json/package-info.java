/** JSON in and out: strict reading, trimmed strings, errors by path (contract 1.1 to 1.3). */
@NullMarked
package com.astraof.oauth2.server.json;

import org.jspecify.annotations.NullMarked;
