package com.astraof.oauth2.server.http;

import com.astraof.oauth2.core.protocol.MalformedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the body of a form with files apart, as browsers write it and no more leniently.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046 §5.1</a>
 */
final class Multipart {
  private static final int MOST_PARTS = 16;
  private static final int LARGEST_HEADERS = 2_048;
  private static final byte[] LINE = ascii("\r\n");
  private static final byte[] BLANK_LINE = ascii("\r\n\r\n");
  private static final byte[] DASHES = ascii("--");
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=\"?([0-9a-z'()+_,./:=?-]{1,70})\"?\\s*(;|$)");
  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^content-disposition:\\s*form-data(;[^\r\n]*)$");
  private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]{1,100})\"");
  private static final Pattern FILE = Pattern.compile("(?i);\\s*filename\\*?=");

  private final byte[] body;
  private final byte[] delimiter;
  private int position;

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ascii("\r\n--" + boundary);
  }

  /**
   * @param type the Content-Type, which names the boundary
   * @throws MalformedRequest when the body is anything but a whole form
   */
  static Upload read(String type, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      throw new MalformedRequest("The Content-Type names no boundary.");
    }
    return new Multipart(body, boundary.group(1)).parts();
  }

  private Upload parts() {
    var upload = new Upload();
    // The first delimiter stands at the very beginning, without a line break before it.
    expect(Arrays.copyOfRange(delimiter, LINE.length, delimiter.length));
    for (int count = 0; !isNext(DASHES); count++) {
      if (count == MOST_PARTS) {
        throw new MalformedRequest("There are more than " + MOST_PARTS + " fields.");
      }
      expect(LINE);
      part(upload);
    }
    return upload;
  }

  private void part(Upload upload) {
    int end = find(delimiter);
    int blank = find(BLANK_LINE);
    int content = blank + BLANK_LINE.length;
    if (content > end || blank - position > LARGEST_HEADERS) {
      throw malformed();
    }
    var headers = new String(body, position, blank - position, StandardCharsets.UTF_8);
    Matcher disposition = DISPOSITION.matcher(headers);
    Matcher name = NAME.matcher(disposition.find() ? disposition.group(1) : "");
    if (!name.find()) {
      throw malformed();
    }
    boolean isFile = FILE.matcher(disposition.group(1)).find();
    upload.add(name.group(1), isFile, Arrays.copyOfRange(body, content, end));
    position = end + delimiter.length;
  }

  private void expect(byte[] expected) {
    if (!isNext(expected)) {
      throw malformed();
    }
    position += expected.length;
  }

  private boolean isNext(byte[] expected) {
    return isAt(position, expected);
  }

  private int find(byte[] searched) {
    for (int at = position; at <= body.length - searched.length; at++) {
      if (isAt(at, searched)) {
        return at;
      }
    }
    throw malformed();
  }

  private boolean isAt(int at, byte[] expected) {
    return at + expected.length <= body.length
        && Arrays.equals(body, at, at + expected.length, expected, 0, expected.length);
  }

  private static MalformedRequest malformed() {
    return new MalformedRequest("The form is not whole.");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
