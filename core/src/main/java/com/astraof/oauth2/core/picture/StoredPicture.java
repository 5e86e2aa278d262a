package com.astraof.oauth2.core.picture;

/** A picture in our own encoding: nothing in it is as it was uploaded. */
public final class StoredPicture {
  private final String hash;
  private final String contentType;
  private final byte[] bytes;

  /**
   * @param hash of the content; begins with {@code a_} if it moves (contract 1.6)
   * @param contentType {@code image/png} or {@code image/gif}
   */
  public StoredPicture(String hash, String contentType, byte[] bytes) {
    this.hash = hash;
    this.contentType = contentType;
    this.bytes = bytes.clone();
  }

  public String hash() {
    return hash;
  }

  public String contentType() {
    return contentType;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
