/**
 * The stores of {@code core} on SQL: one class for each aggregate with its statements at the top,
 * migrations beside them, and group commit, which nobody outside sees. Knows JDBC and {@code core},
 * decides no rule.
 */
@NullMarked
package com.astraof.oauth2.storage;

import org.jspecify.annotations.NullMarked;
