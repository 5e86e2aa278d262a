package com.astraof.oauth2.server.view;

/** The pages' icons: strokes on a field of 24 by 24, drawn for Astral. */
public enum Icon {
  PERSON(
      "M12 12.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM4.5 20c.7-3.3 3.7-5 7.5-5s6.8 1.7 7.5 5"),
  LETTER(
      "M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2ZM3.6 7.2 12 13l8.4-5.8"),
  GUILDS(
      "M5.5 4h3A1.5 1.5 0 0 1 10 5.5v3A1.5 1.5 0 0 1 8.5 10h-3A1.5 1.5 0 0 1 4 8.5v-3A1.5 1.5 0 0 1"
          + " 5.5 4ZM17 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM7 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM15.5"
          + " 14h3a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1-1.5 1.5h-3a1.5 1.5 0 0 1-1.5-1.5v-3a1.5 1.5"
          + " 0 0 1 1.5-1.5Z"),
  DOOR("M13 4h5a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-5M3.5 12h11M10.5 8l4 4-4 4"),
  LINK(
      "M10.2 13.8a4 4 0 0 0 5.6 0l3.4-3.4a4 4 0 0 0-5.6-5.6l-1.2 1.2M13.8 10.2a4 4 0 0 0-5.6 0l-3.4"
          + " 3.4a4 4 0 0 0 5.6 5.6l1.2-1.2"),
  MESSAGE(
      "M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-7l-4.5 3.6V17H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1"
          + " 2-2ZM7.5 9h9M7.5 12.5h5.5"),
  BOT(
      "M7.5 8.5h9a3 3 0 0 1 3 3V16a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-4.5a3 3 0 0 1 3-3ZM12"
          + " 8.5V5M12 4.5v-.2M9.3 13v1.4M14.7 13v1.4M2.2 12.7v2.6M21.8 12.7v2.6"),
  COMMAND(
      "M5 4.5h14a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2ZM7.5 9l3 3-3"
          + " 3M13 15h3.5"),
  CHECK("M5 12.8 9.8 17.5 19 7.5"),
  ONWARD("M7 17 17 7M8.5 7H17v8.5"),
  WARNING("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5v5.2M12 16.2v.1");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** The strokes, as SVG path data. */
  public String path() {
    return path;
  }
}
