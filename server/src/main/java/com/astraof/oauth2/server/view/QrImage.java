package com.astraof.oauth2.server.view;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path.
 *
 * @param size of its field, quiet border and all
 * @param path of its dark squares
 */
public record QrImage(int size, String path) {
  private static final int BORDER = 4;

  static QrImage of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(' ').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return new QrImage(code.size + 2 * BORDER, path.toString());
  }
}
