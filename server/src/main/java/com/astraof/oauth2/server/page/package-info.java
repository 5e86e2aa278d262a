/**
 * What people see in the browser: signing in, registering, consenting. Cookies and forms end here.
 */
@NullMarked
package com.astraof.oauth2.server.page;

import org.jspecify.annotations.NullMarked;
