/**
 * Who did what, when and from where: the events that an account's owner and the operator can look
 * back on. Holds no secret and no token.
 */
@NullMarked
package com.astraof.oauth2.core.audit;

import org.jspecify.annotations.NullMarked;
