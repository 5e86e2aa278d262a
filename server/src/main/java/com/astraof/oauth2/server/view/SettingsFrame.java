package com.astraof.oauth2.server.view;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * What every settings page has.
 *
 * @param current the section that the page belongs to
 * @param person who is signed in
 * @param notice what was just done; null when nothing was
 * @param here the page's own path, for coming back after a change of theme
 */
public record SettingsFrame(
    Frame frame, Section current, Person person, @Nullable Notice notice, String here) {
  /** The frame of a section's first page. */
  public SettingsFrame(Frame frame, Section current, Person person, @Nullable Notice notice) {
    this(frame, current, person, notice, current.path());
  }

  public Words words() {
    return frame.words();
  }

  /** The notice's words; null when there is none. */
  public @Nullable Content noticed() {
    return notice == null ? null : notice.sentence(words());
  }

  /** Whether the notice is bad news. */
  public boolean problem() {
    return notice != null && notice.tone() == Notice.Tone.PROBLEM;
  }
}
