/**
 * The load generator: HTTP/1.1 over many connections from few threads, closed loop or at a fixed
 * rate. Knows nothing of OAuth; what is sent and whether the answer is right, visitors say.
 */
@NullMarked
package com.astraof.oauth2.bench.wire;

import org.jspecify.annotations.NullMarked;
