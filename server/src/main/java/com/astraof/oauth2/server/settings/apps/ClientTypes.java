package com.astraof.oauth2.server.settings.apps;

import com.astraof.oauth2.core.application.Application.ClientType;
import com.astraof.oauth2.core.protocol.MalformedRequest;
import com.astraof.oauth2.core.protocol.Parameters;

/** The field {@code client_type} of forms. */
final class ClientTypes {
  private ClientTypes() {}

  static ClientType of(Parameters form) {
    return switch (form.required("client_type")) {
      case "confidential" -> ClientType.CONFIDENTIAL;
      case "public" -> ClientType.PUBLIC;
      default -> throw new MalformedRequest("client_type must be confidential or public.");
    };
  }
}
