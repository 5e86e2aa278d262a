package com.astraof.oauth2.bench.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** From figures to places on a plot, each decade as wide as the next. */
record Scale(double least, double most, double from, double to) {
  /** Wide enough for all, between powers of ten. */
  static Scale over(DoubleStream values, double from, double to) {
    var sum = values.filter(value -> value > 0).summaryStatistics();
    if (sum.getCount() == 0) {
      return new Scale(1, 10, from, to);
    }
    double least = Math.pow(10, Math.floor(Math.log10(sum.getMin())));
    double most = Math.pow(10, Math.ceil(Math.log10(sum.getMax() * 1.001)));
    return new Scale(least, most, from, to);
  }

  double place(double value) {
    double part = Math.log(Math.max(value, least) / least) / Math.log(most / least);
    return from + part * (to - from);
  }

  /** The powers of ten. */
  List<Double> marks() {
    return DoubleStream.iterate(least, mark -> mark <= most * 1.001, mark -> mark * 10)
        .boxed()
        .toList();
  }

  static String label(double mark) {
    return mark < 1 ? Float.toString((float) mark) : Table.whole(mark);
  }
}
