/** What the operator of the server sees of accounts, and decides about them. */
@NullMarked
package com.astraof.oauth2.core.oversight;

import org.jspecify.annotations.NullMarked;
