/** Numbers that the parts of the server keep of themselves, for whoever watches it. */
@NullMarked
package com.astraof.oauth2.core.count;

import org.jspecify.annotations.NullMarked;
