/**
 * The floors under all figures: what the machine, the database and the libraries can do at most.
 */
@NullMarked
package com.astraof.oauth2.bench.floor;

import org.jspecify.annotations.NullMarked;
