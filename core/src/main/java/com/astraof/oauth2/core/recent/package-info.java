/** What was used lately, for as long as there is room for it in memory. */
@NullMarked
package com.astraof.oauth2.core.recent;

import org.jspecify.annotations.NullMarked;
