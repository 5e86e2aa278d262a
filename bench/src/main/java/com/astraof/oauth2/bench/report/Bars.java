package com.astraof.oauth2.bench.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** Bars in groups, on a logarithmic scale: what is ten times as much is one mark further. */
record Bars(String title, List<String> series, List<Group> groups) {
  private static final int WIDTH = 760;
  private static final int LEFT = 230;
  private static final int RIGHT = 690;
  private static final int TOP = 70;
  private static final int BAR = 14;
  private static final int GAP = 12;

  String svg() {
    int rows = groups.stream().mapToInt(group -> group.values().size()).sum();
    int height = TOP + rows * BAR + groups.size() * GAP + 40;
    var svg = new Svg(WIDTH, height, title);
    legend(svg);
    DoubleStream all =
        groups.stream().flatMap(group -> group.values().stream()).mapToDouble(Double::doubleValue);
    Scale scale = Scale.over(all, LEFT, RIGHT);
    for (double mark : scale.marks()) {
      double x = scale.place(mark);
      svg.grid(x, TOP - 6, x, height - 34);
      svg.words(x, height - 16, "middle", Scale.label(mark));
    }
    double y = TOP;
    for (Group group : groups) {
      svg.words(LEFT - 10, y + BAR, "end", group.name());
      for (int i = 0; i < group.values().size(); i++) {
        bar(svg, scale, y, group.values().get(i), i);
        y += BAR;
      }
      y += GAP;
    }
    return svg.text();
  }

  private static void bar(Svg svg, Scale scale, double y, double value, int colour) {
    if (value > 0) {
      double end = scale.place(value);
      svg.bar(LEFT, y, Math.max(1, end - LEFT), BAR - 2, colour);
      svg.words(end + 4, y + BAR - 4, "", Table.whole(value));
    }
  }

  private void legend(Svg svg) {
    double x = 16;
    for (int i = 0; i < series.size(); i++) {
      svg.bar(x, 38, 10, 10, i);
      svg.words(x + 14, 48, "", series.get(i));
      x += 40 + 7 * series.get(i).length();
    }
  }

  /**
   * @param values one for each series; zero for none
   */
  record Group(String name, List<Double> values) {}
}
