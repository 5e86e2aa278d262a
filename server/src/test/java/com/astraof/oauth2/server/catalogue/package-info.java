/**
 * Holds docs/security.md and docs/rfcs.md to the tests: what is claimed there has a test that
 * carries its tag, and no tag names what is not claimed.
 */
@NullMarked
package com.astraof.oauth2.server.catalogue;

import org.jspecify.annotations.NullMarked;
