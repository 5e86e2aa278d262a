/** What tests of every module share. */
@NullMarked
package com.astraof.oauth2.core.testing;

import org.jspecify.annotations.NullMarked;
