/** What may happen once only. What it is that happens, others know. */
@NullMarked
package com.astraof.oauth2.core.once;

import org.jspecify.annotations.NullMarked;
