package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.protocol.FieldProblem;

/** How a part of the server words what went wrong before or beside its rules. */
public interface ErrorShape {
  /** The same for whoever sent this, in a language that they read where people read it. */
  default ErrorShape answering(Call call) {
    return this;
  }

  /** The request could not be read. */
  Reply malformed(FieldProblem problem);

  /** It is no HTTP that we understand, or too much of it; nothing is known but the path. */
  Reply unreadable(int status);

  /** The body has more bytes than may be. */
  Reply tooLarge(int largest);

  /** There is nothing at this address, or not for this method. The router adds {@code Allow}. */
  Reply unrouted(int status);

  /** Too many requests; the limiter adds its headers. */
  Reply tooMany(double retryAfterSeconds, boolean global);

  /** The server could not do its work: 500 for a fault of ours, 503 when trying again may help. */
  Reply failed(int status, String callId);
}
