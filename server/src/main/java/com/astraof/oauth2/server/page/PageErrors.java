package com.astraof.oauth2.server.page;

import com.astraof.oauth2.core.protocol.FieldProblem;
import com.astraof.oauth2.server.http.Call;
import com.astraof.oauth2.server.http.ErrorShape;
import com.astraof.oauth2.server.http.Reply;
import com.astraof.oauth2.server.view.Languages;
import com.astraof.oauth2.server.view.Words;
import java.util.Locale;

/** Errors for people: a page that says what happened and what to do. */
public final class PageErrors implements ErrorShape {
  private final Pages pages;
  private final Words words;

  public PageErrors(Pages pages) {
    this(pages, Words.in(Locale.ENGLISH));
  }

  private PageErrors(Pages pages, Words words) {
    this.pages = pages;
    this.words = words;
  }

  @Override
  public ErrorShape answering(Call call) {
    return new PageErrors(pages, Languages.accepted(call.header("accept-language").orElse("")));
  }

  @Override
  public Reply malformed(FieldProblem problem) {
    return pages.problem(words, 400, "malformed", problem.message());
  }

  @Override
  public Reply unreadable(int status) {
    return pages.problem(words, status, "malformed", null);
  }

  @Override
  public Reply tooLarge(int largest) {
    return pages.problem(words, 413, "too_large", null);
  }

  @Override
  public Reply unrouted(int status) {
    return pages.problem(words, status, status == 405 ? "method" : "not_found", null);
  }

  @Override
  public Reply tooMany(double retryAfterSeconds, boolean global) {
    return pages.problem(words, 429, "too_many", null);
  }

  @Override
  public Reply failed(int status, String callId) {
    return pages.problem(words, status, "failed", "Request " + callId);
  }
}
