/**
 * Devices without a browser (RFC 8628): the two codes, and what a person decides about them
 * elsewhere. Turning a device code into tokens is {@code exchange}'s.
 */
@NullMarked
package com.astraof.oauth2.core.device;

import org.jspecify.annotations.NullMarked;
