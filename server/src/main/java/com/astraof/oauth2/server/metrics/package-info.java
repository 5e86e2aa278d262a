/** The numbers that operators watch, for Prometheus; what they count is counted elsewhere. */
@NullMarked
package com.astraof.oauth2.server.metrics;

import org.jspecify.annotations.NullMarked;
