/**
 * The authorization endpoint's rules: what is asked, what was approved before, what is sent back.
 */
@NullMarked
package com.astraof.oauth2.core.authorization;

import org.jspecify.annotations.NullMarked;
