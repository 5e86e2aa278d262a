/** Tells what was measured: a page in Markdown, and plots. */
@NullMarked
package com.astraof.oauth2.bench.report;

import org.jspecify.annotations.NullMarked;
