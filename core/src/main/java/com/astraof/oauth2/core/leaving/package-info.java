/** People who close their account, for a while or for good. */
@NullMarked
package com.astraof.oauth2.core.leaving;

import org.jspecify.annotations.NullMarked;
