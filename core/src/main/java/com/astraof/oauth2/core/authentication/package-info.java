/** How somebody proved who they are, in the words that tokens say it in. Knows no account. */
@NullMarked
package com.astraof.oauth2.core.authentication;

import org.jspecify.annotations.NullMarked;
