/** What several nodes tell each other of the limits that they count. */
@NullMarked
package com.astraof.oauth2.core.limit;

import org.jspecify.annotations.NullMarked;
