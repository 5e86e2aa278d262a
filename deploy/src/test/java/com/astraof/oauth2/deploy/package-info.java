/** The archive runs where no Java is, and what lies in {@code deploy} fits the server. */
@NullMarked
package com.astraof.oauth2.deploy;

import org.jspecify.annotations.NullMarked;
