/** Pictures that people upload, in our own encoding, and where they are kept. */
@NullMarked
package com.astraof.oauth2.core.picture;

import org.jspecify.annotations.NullMarked;
