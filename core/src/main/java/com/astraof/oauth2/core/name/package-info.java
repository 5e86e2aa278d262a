/** Names that strangers choose: whether one can be mistaken for another. */
@NullMarked
package com.astraof.oauth2.core.name;

import org.jspecify.annotations.NullMarked;
