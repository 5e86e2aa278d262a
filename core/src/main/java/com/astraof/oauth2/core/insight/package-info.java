/**
 * What the owner of an application may know of how it fares: counts by day, and why its last
 * requests were refused. Nothing here is worth waiting for: what is too much is only counted.
 */
@NullMarked
package com.astraof.oauth2.core.insight;

import org.jspecify.annotations.NullMarked;
