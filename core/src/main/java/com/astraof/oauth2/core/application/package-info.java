/** Registered applications (RFC: clients), how they are registered and how they authenticate. */
@NullMarked
package com.astraof.oauth2.core.application;

import org.jspecify.annotations.NullMarked;
