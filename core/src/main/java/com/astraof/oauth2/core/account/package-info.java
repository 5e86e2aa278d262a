/** Users, their passwords and their sessions. */
@NullMarked
package com.astraof.oauth2.core.account;

import org.jspecify.annotations.NullMarked;
