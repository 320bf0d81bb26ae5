package dev.startill.benchmarks.run;

import dev.startill.benchmarks.run.Contestant.Kind;
import java.util.List;
import java.util.Locale;

/**
 * A bar for each bot, as SVG that reads well on a light and on a dark page. The floor has no bar:
 * beside it all others would be too short to tell apart; it is a line of text.
 */
final class Chart {
  private static final int WIDTH = 740;
  private static final int LEFT = 190;
  private static final int LONGEST = 400;
  private static final int TOP = 48;
  private static final int ROW = 34;
  private static final int THICK = 20;

  private static final String STYLE =
      """
      <style>
        text { font: 14px system-ui, sans-serif; fill: #1f2328 }
        .title { font-weight: 600; font-size: 16px }
        .ours { fill: #0969da }
        .peer { fill: #8c959f }
        .more { fill-opacity: 0.45 }
        .range { stroke: #1f2328; stroke-width: 1.5 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .ours { fill: #4493f8 }
          .peer { fill: #6e7681 }
          .range { stroke: #e6edf3 }
        }
      </style>
      """;

  private Chart() {}

  /**
   * One bar.
   *
   * @param name beside it
   * @param figure its length and its range
   * @param more a paler piece behind it, for what somebody else does for the bot; 0 for none
   * @param kind its colour
   */
  record Bar(String name, Spread figure, double more, Kind kind) {
    double end() {
      return figure.most() + more;
    }
  }

  static String of(String title, List<Bar> bars) {
    var drawn =
        bars.stream()
            .filter(bar -> bar.kind() != Kind.FLOOR && !Double.isNaN(bar.figure().median()))
            .toList();
    var floor = bars.stream().filter(bar -> bar.kind() == Kind.FLOOR).findFirst();
    var most = drawn.stream().mapToDouble(Bar::end).max().orElse(1);
    var height = TOP + ROW * (drawn.size() + (floor.isPresent() ? 1 : 0)) + 8;
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\">\n"
            .formatted(WIDTH, height, WIDTH));
    svg.append("<title>").append(title).append("</title>\n").append(STYLE);
    svg.append("<text class=\"title\" x=\"8\" y=\"26\">").append(title).append("</text>\n");
    for (var i = 0; i < drawn.size(); i++) {
      draw(svg, drawn.get(i), TOP + i * ROW, LONGEST / most);
    }
    floor.ifPresent(
        bar ->
            svg.append("<text x=\"%d\" y=\"%d\">".formatted(LEFT, height - 18))
                .append("the floor (appends to a file): ")
                .append(Spread.rounded(bar.figure().median()))
                .append("</text>\n"));
    return svg.append("</svg>\n").toString();
  }

  private static void draw(StringBuilder svg, Bar bar, int top, double scale) {
    var figure = bar.figure();
    var middle = top + THICK / 2;
    var name = "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>";
    line(svg, name, LEFT - 10, middle + 5, bar.name());
    var rect = "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\"/>";
    var kind = bar.kind() == Kind.OURS ? "ours" : "peer";
    var length = Math.max(1, figure.median() * scale);
    line(svg, rect, kind, (double) LEFT, top, length, THICK);
    var said = Spread.rounded(figure.median());
    if (bar.more() > 0) {
      line(svg, rect, kind + " more", LEFT + length + 1, top, bar.more() * scale, THICK);
      said += " + " + Spread.rounded(bar.more());
    }
    var range = "<line class=\"range\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>";
    var least = LEFT + figure.least() * scale;
    line(svg, range, least, LEFT + figure.most() * scale, middle, middle);
    var end = LEFT + bar.end() * scale + 10;
    line(svg, "<text x=\"%.1f\" y=\"%d\">%s</text>", end, middle + 5, said);
  }

  @SuppressWarnings("AnnotateFormatMethod") // Only called here.
  private static void line(StringBuilder svg, String form, Object... words) {
    svg.append(String.format(Locale.ROOT, form, words)).append('\n');
  }
}
