package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /}: the way in or out.
 *
 * @param user null while nobody is signed in
 */
public record HomePage(Frame frame, @Nullable Person user) {}
