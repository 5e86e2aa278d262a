package com.astraof.oauth2.server.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The bytes of a picture, and then an error. Decoders take a missing end for zeros and go on, some
 * for minutes; this stops them soon after it.
 */
final class EndingStream extends MemoryCacheImageInputStream {
  private static final int MOST_READS_PAST_THE_END = 256;

  private int pastTheEnd;

  EndingStream(byte[] bytes) {
    super(new ByteArrayInputStream(bytes));
  }

  @Override
  public int read() throws IOException {
    return counted(super.read());
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    return counted(super.read(buffer, from, length));
  }

  private int counted(int read) throws IOException {
    if (read < 0 && ++pastTheEnd > MOST_READS_PAST_THE_END) {
      throw new IOException("The picture breaks off");
    }
    return read;
  }
}
