package com.astraof.oauth2.server.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code /settings/applications/{id}/danger}: giving an application away, and ending it.
 *
 * @param offeredTo who may take it over; null while nobody may
 * @param typedUser whom it was to be offered to, as typed; empty at first
 * @param problems of the fields {@code user}, {@code confirm}
 */
public record ApplicationDangerPage(
    ApplicationFrame application,
    Sudo sudo,
    @Nullable Person offeredTo,
    String typedUser,
    Problems problems) {
  /** The form that offers the application, as {@link Sudo} names it. */
  public static final String TRANSFER_FORM = "transfer";

  /** The form that deletes the application. */
  public static final String DELETE_FORM = "delete";
}
