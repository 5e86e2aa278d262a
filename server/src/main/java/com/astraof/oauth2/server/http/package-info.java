/**
 * Requests, replies, the route table and the adapter to the HTTP engine, which no other package
 * imports.
 */
@NullMarked
package com.astraof.oauth2.server.http;

import org.jspecify.annotations.NullMarked;
