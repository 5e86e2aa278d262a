/** Documents of others, from outside. What is in them, the rules that ask for them know. */
@NullMarked
package com.astraof.oauth2.core.fetch;

import org.jspecify.annotations.NullMarked;
