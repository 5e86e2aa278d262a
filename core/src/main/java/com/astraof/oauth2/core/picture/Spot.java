package com.astraof.oauth2.core.picture;

/** Where a picture of somebody or something is shown. Stored by name. */
public enum Spot {
  AVATAR,
  BANNER,
  ICON
}
