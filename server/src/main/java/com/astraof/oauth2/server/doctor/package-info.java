/** Looks an installation over and says what is wrong and what to do. Changes nothing. */
@NullMarked
package com.astraof.oauth2.server.doctor;

import org.jspecify.annotations.NullMarked;
