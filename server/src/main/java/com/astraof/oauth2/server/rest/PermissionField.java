package com.astraof.oauth2.server.rest;

import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.server.json.JsonBody;
import java.util.Optional;

/** Permissions in JSON bodies: decimal strings (contract 3). */
final class PermissionField {
  private PermissionField() {}

  /**
   * Bits without a meaning are dropped; empty when the field is absent or null.
   *
   * @throws MalformedRequest when it is no number, or negative
   */
  static Optional<Permissions> in(JsonBody body, String name) {
    return body.string(name)
        .map(
            text ->
                Permissions.parse(text)
                    .orElseThrow(
                        () ->
                            new MalformedRequest(
                                "This must be a decimal number in a string.", body.path(name))));
  }
}
