/**
 * What is asked of a server, and what a right answer is: standard OAuth 2.0, so that every server
 * under test is asked the same.
 */
@NullMarked
package com.astraof.oauth2.bench.workload;

import org.jspecify.annotations.NullMarked;
