package com.astraof.oauth2.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/** Curves over two logarithmic scales. */
record Lines(String title, String across, List<Line> lines, List<Mark> marks) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final int LEFT = 60;
  private static final int RIGHT = 560;
  private static final int TOP = 50;
  private static final int BOTTOM = 340;

  String svg() {
    var svg = new Svg(WIDTH, HEIGHT, title);
    var points = lines.stream().flatMap(line -> line.points().stream()).toList();
    Scale x = Scale.over(points.stream().mapToDouble(Point::x), LEFT, RIGHT);
    Scale y = Scale.over(points.stream().mapToDouble(Point::y), BOTTOM, TOP);
    for (Mark mark : marks.isEmpty() ? usual(x) : marks) {
      svg.grid(x.place(mark.x()), TOP, x.place(mark.x()), BOTTOM);
      svg.words(x.place(mark.x()), BOTTOM + 18, "middle", mark.label());
    }
    for (double mark : y.marks()) {
      svg.grid(LEFT, y.place(mark), RIGHT, y.place(mark));
      svg.words(LEFT - 8, y.place(mark) + 4, "end", Scale.label(mark));
    }
    svg.words((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", across);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, x, y, i);
    }
    return svg.text();
  }

  private void draw(Svg svg, Scale x, Scale y, int index) {
    Line line = lines.get(index);
    String places =
        line.points().stream()
            .map(point -> Svg.number(x.place(point.x())) + "," + Svg.number(y.place(point.y())))
            .collect(Collectors.joining(" "));
    svg.curve(places, index);
    svg.bar(RIGHT + 20, TOP + 20.0 * index, 10, 10, index);
    svg.words(RIGHT + 36, TOP + 20.0 * index + 10, "", line.name());
  }

  private static List<Mark> usual(Scale x) {
    return x.marks().stream().map(mark -> new Mark(mark, Scale.label(mark))).toList();
  }

  record Line(String name, List<Point> points) {}

  record Point(double x, double y) {}

  record Mark(double x, String label) {}
}
