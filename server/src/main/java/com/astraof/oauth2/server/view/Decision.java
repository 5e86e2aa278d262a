package com.astraof.oauth2.server.view;

/**
 * What the answer to a question carries.
 *
 * @param ticket names the request that is being decided
 * @param returnTo the page that asks, for whoever signs in as somebody else
 */
public record Decision(String ticket, String returnTo) {}
