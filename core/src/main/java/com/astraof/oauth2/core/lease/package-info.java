/** What one node does for all of them, and how another goes on with it. */
@NullMarked
package com.astraof.oauth2.core.lease;

import org.jspecify.annotations.NullMarked;
