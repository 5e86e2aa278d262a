/** What WebAuthn looks like on the wire: reading what authenticators answer, asking them. */
@NullMarked
package com.astraof.oauth2.server.passkey;

import org.jspecify.annotations.NullMarked;
