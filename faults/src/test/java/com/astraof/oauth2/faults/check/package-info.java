/**
 * What was asked and answered, and the rules that it has to keep. Knows nothing of how it came
 * about.
 */
@NullMarked
package com.astraof.oauth2.faults.check;

import org.jspecify.annotations.NullMarked;
