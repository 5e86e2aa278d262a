/**
 * The traces of requests, for a collector of the operator's: the one package that knows
 * OpenTelemetry, of which nothing is made unless traces are asked for.
 */
@NullMarked
package com.astraof.oauth2.server.trace;

import org.jspecify.annotations.NullMarked;
