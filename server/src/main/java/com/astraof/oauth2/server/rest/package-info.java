/** Astral's JSON API (contract 2 to 8): who calls, JSON in, JSON out. */
@NullMarked
package com.astraof.oauth2.server.rest;

import org.jspecify.annotations.NullMarked;
