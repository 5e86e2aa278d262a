/** Clients that use the server as apps and people do, and write down what came of it. */
@NullMarked
package com.astraof.oauth2.faults.load;

import org.jspecify.annotations.NullMarked;
