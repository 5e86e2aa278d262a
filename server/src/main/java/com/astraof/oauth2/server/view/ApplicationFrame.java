package com.astraof.oauth2.server.view;

import com.astraof.oauth2.core.application.Oversight.Disabling;
import org.jspecify.annotations.Nullable;

/**
 * What every page of one application has.
 *
 * @param icon path of its icon, one of ours; null when it has none
 * @param disabled since when and why the operator keeps it from everything; null while it may work
 */
public record ApplicationFrame(
    SettingsFrame settings,
    Tab tab,
    String id,
    String name,
    @Nullable String icon,
    @Nullable Disabling disabled) {
  public ApplicationFrame {
    name = Shown.text(name);
  }

  /** Of an application that may do what it does. */
  public ApplicationFrame(
      SettingsFrame settings, Tab tab, String id, String name, @Nullable String icon) {
    this(settings, tab, id, name, icon, null);
  }

  /** The operator's words; null when there are none. */
  public @Nullable String disabledBecause() {
    return disabled == null || disabled.reason() == null ? null : Shown.prose(disabled.reason());
  }

  /** Where an application's first page is. */
  public static String path(String id) {
    return path(id, Tab.GENERAL);
  }

  /** Where one of an application's pages is. */
  public static String path(String id, Tab tab) {
    return Section.APPLICATIONS.path() + "/" + id + tab.ending();
  }

  public Frame frame() {
    return settings.frame();
  }

  public Words words() {
    return settings.words();
  }

  public String pathOf(Tab other) {
    return path(id, other);
  }

  /** Where a form of this application goes, such as {@code /secrets/add}. */
  public String action(String ending) {
    return path(id) + ending;
  }

  /** Stands for the icon. */
  public String initial() {
    return Shown.initial(name);
  }
}
