package com.astraof.oauth2.server.view;

import java.util.List;
import java.util.stream.Stream;

/** The pages that the settings' navigation leads to. */
public enum Section {
  ACCOUNT(Group.OWN, Icon.PERSON, "/settings/account", "settings.account"),
  SECURITY(Group.OWN, Icon.LOCK, "/settings/security", "settings.security"),
  SESSIONS(Group.OWN, Icon.DESKTOP, "/settings/sessions", "settings.sessions"),
  ACTIVITY(Group.OWN, Icon.CLOCK, "/settings/activity", "settings.activity"),
  AUTHORIZED_APPS(Group.OWN, Icon.SHIELD, "/settings/authorized-apps", "settings.authorized_apps"),
  CONNECTIONS(Group.OWN, Icon.LINK, "/settings/connections", "settings.connections"),
  DATA(Group.OWN, Icon.FOLDER, "/settings/data", "settings.data"),
  APPLICATIONS(Group.DEVELOPER, Icon.CODE, "/settings/applications", "settings.applications");

  private final Group group;
  private final Icon icon;
  private final String path;
  private final String key;

  Section(Group group, Icon icon, String path, String key) {
    this.group = group;
    this.icon = icon;
    this.path = path;
    this.key = key;
  }

  public Icon icon() {
    return icon;
  }

  public String path() {
    return path;
  }

  /** Key of its name. */
  public String key() {
    return key;
  }

  /** Sections that stand together. */
  public enum Group {
    OWN("settings.own"),
    DEVELOPER("settings.developer");

    private final String key;

    Group(String key) {
      this.key = key;
    }

    /** Key of its name. */
    public String key() {
      return key;
    }

    public List<Section> sections() {
      return Stream.of(Section.values()).filter(section -> section.group == this).toList();
    }
  }
}
