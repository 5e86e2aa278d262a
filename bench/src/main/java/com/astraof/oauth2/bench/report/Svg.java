package com.astraof.oauth2.bench.report;

import java.util.Locale;

/** Draws by hand: lines, bars and words, in colours for light and dark. */
final class Svg {
  private static final String[] LIGHT = {"#4f46e5", "#d97706", "#059669", "#dc2626", "#64748b"};
  private static final String[] DARK = {"#a5b4fc", "#fbbf24", "#6ee7b7", "#fca5a5", "#cbd5e1"};

  private final StringBuilder text = new StringBuilder();

  Svg(int width, int height, String title) {
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img">
        <title>%s</title>
        <style>
        text{font:12px system-ui,sans-serif;fill:#334155}.title{font-size:15px;font-weight:600}
        .end{text-anchor:end}.middle{text-anchor:middle}.grid{stroke:#e2e8f0}.ground{fill:#fff}
        """
            .formatted(width, height, title));
    colours(LIGHT);
    text.append("@media(prefers-color-scheme:dark){text{fill:#e2e8f0}.grid{stroke:#334155}");
    text.append(".ground{fill:#0f172a}");
    colours(DARK);
    text.append("}\n</style>\n");
    text.append("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height));
    words(16, 24, "title", title);
  }

  private void colours(String... colours) {
    for (int i = 0; i < colours.length; i++) {
      text.append(".f%d{fill:%s}.s%d{stroke:%s;fill:none}".formatted(i, colours[i], i, colours[i]));
    }
  }

  Svg words(double x, double y, String style, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    text.append(
        "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), style, safe));
    return this;
  }

  Svg grid(double fromX, double fromY, double toX, double toY) {
    text.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"grid\"/>\n"
            .formatted(number(fromX), number(fromY), number(toX), number(toY)));
    return this;
  }

  Svg bar(double x, double y, double width, double height, int colour) {
    text.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" class=\"f%d\"/>\n"
            .formatted(number(x), number(y), number(width), number(height), colour % LIGHT.length));
    return this;
  }

  /**
   * @param points such as {@code 10,20 30,40}
   */
  Svg curve(String points, int colour) {
    text.append(
        "<polyline points=\"%s\" class=\"s%d\" stroke-width=\"2\"/>\n"
            .formatted(points, colour % LIGHT.length));
    return this;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  String text() {
    return text + "</svg>\n";
  }
}
