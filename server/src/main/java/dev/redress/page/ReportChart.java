package dev.redress.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Bars under a title.
 *
 * @param bars empty where there is nothing to show
 */
public record ReportChart(String title, List<Bar> bars) {
  /** Most bars; what is beyond is summed up in one more. */
  private static final int BARS_MAX = 10;

  public ReportChart {
    bars = List.copyOf(bars);
  }

  /**
   * A chart of the first points, and one bar for all others.
   *
   * @param points nothing is shown of those without a value
   * @param text how a value is written
   */
  static ReportChart of(String title, List<Point> points, Function<Long, String> text) {
    List<Point> some = points.stream().filter(point -> point.value() > 0).toList();
    List<Point> shown = new ArrayList<>(some.subList(0, Math.min(BARS_MAX, some.size())));
    if (shown.size() < some.size()) {
      List<Point> rest = some.subList(BARS_MAX, some.size());
      shown.add(
          new Point(
              ReportWords.others(rest.size()),
              rest.stream().mapToLong(Point::value).sum(),
              "other"));
    }
    long most = shown.stream().mapToLong(Point::value).max().orElse(0);
    return new ReportChart(
        title,
        shown.stream()
            .map(
                point ->
                    new Bar(
                        Texts.cut(point.label()),
                        text.apply(point.value()),
                        Bar.width(point.value(), most),
                        point.kind()))
            .toList());
  }

  /**
   * What a bar shows.
   *
   * @param kind which colour it has, a class of the page
   */
  record Point(String label, long value, String kind) {}
}
