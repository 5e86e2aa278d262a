/** What has ended while access tokens of it may still be unexpired. */
@NullMarked
package com.astraof.oauth2.core.ending;

import org.jspecify.annotations.NullMarked;
