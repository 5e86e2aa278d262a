package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/security/passkeys/new}.
 *
 * @param question for the device, as JSON
 * @param name as typed before
 * @param problem why it was not added, a sentence; null at first
 */
public record NewPasskeyPage(
    SettingsFrame settings, String question, String name, @Nullable String problem) {}
