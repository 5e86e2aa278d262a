package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;

/** Errors for people: a page that says what happened and what to do. */
public final class PageErrors implements ErrorShape {
  private final Pages pages;

  public PageErrors(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Reply malformed(FieldProblem problem) {
    return pages.problem(400, "malformed", problem.message());
  }

  @Override
  public Reply unreadable(int status) {
    return pages.problem(status, "malformed", null);
  }

  @Override
  public Reply tooLarge(int largest) {
    return pages.problem(413, "too_large", null);
  }

  @Override
  public Reply unrouted(int status) {
    return pages.problem(status, status == 405 ? "method" : "not_found", null);
  }

  @Override
  public Reply tooMany(double retryAfterSeconds, boolean global) {
    return pages.problem(429, "too_many", null);
  }

  @Override
  public Reply failed(int status, String callId) {
    return pages.problem(status, "failed", "Request " + callId);
  }
}
