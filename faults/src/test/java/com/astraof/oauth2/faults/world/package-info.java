/** Real processes that can be killed, frozen, cut off and started again: nodes and databases. */
@NullMarked
package com.astraof.oauth2.faults.world;

import org.jspecify.annotations.NullMarked;
