/**
 * Every request that the server sends to an address that a stranger has named goes through here, so
 * that it reaches nothing inside, costs little and ends soon.
 */
@NullMarked
package com.astraof.oauth2.server.fetch;

import org.jspecify.annotations.NullMarked;
