package com.astraof.oauth2.server.view;

/**
 * What every page has.
 *
 * @param formToken proves that a form came from a page of ours; travels as {@code form_token}
 */
public record Frame(Words words, String formToken) {}
