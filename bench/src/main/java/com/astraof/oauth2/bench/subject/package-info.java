/** The servers under test: each is started, told of people and an app, and stopped again. */
@NullMarked
package com.astraof.oauth2.bench.subject;

import org.jspecify.annotations.NullMarked;
