/**
 * Client libraries that are not ours, used as their guides say, against a started server. Programs
 * for Node.js lie in {@code interop/node}.
 */
@NullMarked
package com.astraof.oauth2.interop;

import org.jspecify.annotations.NullMarked;
