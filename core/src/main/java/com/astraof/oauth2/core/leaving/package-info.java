/**
 * Accounts that are closed: by people who leave, for a while or for good, or by the operator until
 * further notice.
 */
@NullMarked
package com.astraof.oauth2.core.leaving;

import org.jspecify.annotations.NullMarked;
