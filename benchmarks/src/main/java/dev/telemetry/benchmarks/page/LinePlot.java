package dev.telemetry.benchmarks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines over a logarithmic axis of counts, from zero upwards, as SVG. */
final class LinePlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 300;
  private static final int LEFT = 60;
  private static final int TOP = 40;
  private static final int BOTTOM = 45;
  private static final int RIGHT = 20;
  private static final String[] COLOURS = {"#0b6e99", "#d9730d", "#6940a5", "#0f7b6c"};

  private final String title;
  private final String across;
  private final SortedMap<String, SortedMap<Integer, Double>> lines = new TreeMap<>();

  LinePlot(String title, String across) {
    this.title = title;
    this.across = across;
  }

  /** Adds a line; its points by count, which may be 0. */
  LinePlot line(String name, SortedMap<Integer, Double> points) {
    if (!points.isEmpty()) {
      lines.put(name, points);
    }
    return this;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  String svg() {
    List<String> parts = new ArrayList<>();
    parts.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                .formatted(WIDTH, HEIGHT)
            + " font-size=\"12\">");
    parts.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
    parts.add(text(LEFT, 18, "start", title));
    parts.add(text(WIDTH - RIGHT, HEIGHT - 8, "end", across));
    scale(parts);
    counts(parts);
    int colour = 0;
    for (String name : lines.keySet()) {
      draw(parts, name, colour++);
    }
    parts.add("</svg>");
    return String.join("\n", parts) + "\n";
  }

  private void scale(List<String> parts) {
    double step = step();
    for (int i = 0; i * step <= top() * 1.0001; i++) {
      double y = y(i * step);
      parts.add("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>".formatted(LEFT, y, WIDTH - RIGHT));
      parts.add(text(LEFT - 6, y + 4, "end", Numbers.plain(i * step)));
    }
  }

  private void counts(List<String> parts) {
    lines.values().stream()
        .flatMap(points -> points.keySet().stream())
        .distinct()
        .forEach(
            count ->
                parts.add(text(x(count), HEIGHT - BOTTOM + 16, "middle", Numbers.grouped(count))));
  }

  private void draw(List<String> parts, String name, int index) {
    String colour = COLOURS[index % COLOURS.length];
    StringBuilder path = new StringBuilder();
    lines
        .get(name)
        .forEach(
            (count, value) -> {
              path.append(path.isEmpty() ? "M" : "L");
              path.append(String.format(Locale.ROOT, "%.1f %.1f", x(count), y(value)));
              parts.add(
                  String.format(
                      Locale.ROOT,
                      "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                      x(count),
                      y(value),
                      colour));
            });
    parts.add("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\"/>");
    String label = text(LEFT + 8, TOP + 12 + 15 * index, "start", name);
    parts.add(label.replace("<text", "<text fill=\"" + colour + "\""));
  }

  private double x(int count) {
    int most = lines.values().stream().mapToInt(SortedMap::lastKey).max().orElse(1);
    double share = Math.log1p(count) / Math.log1p(Math.max(most, 1));
    return LEFT + 20 + share * (WIDTH - RIGHT - LEFT - 40);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - value / top() * (HEIGHT - BOTTOM - TOP);
  }

  private double top() {
    return Math.ceil(highest() * 1.1 / step()) * step();
  }

  private double step() {
    double power = Math.pow(10, Math.floor(Math.log10(highest())));
    return highest() / power >= 5 ? power * 2 : highest() / power >= 2 ? power : power / 2;
  }

  private double highest() {
    return lines.values().stream()
        .flatMap(points -> points.values().stream())
        .mapToDouble(value -> value)
        .max()
        .orElse(1);
  }

  private static String text(double x, double y, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        words.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
