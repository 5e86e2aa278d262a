/**
 * What people see: the pages, their words and their looks. Pages are values that say what is shown;
 * {@link com.astraof.oauth2.server.view.Views} turns them into HTML. Knows no HTTP and decides
 * nothing.
 */
@NullMarked
package com.astraof.oauth2.server.view;

import org.jspecify.annotations.NullMarked;
