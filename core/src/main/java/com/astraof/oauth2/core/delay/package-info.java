/** What the work for one request waits for, told to whoever measures it. */
@NullMarked
package com.astraof.oauth2.core.delay;

import org.jspecify.annotations.NullMarked;
