package com.rechain.dao.perf.lab.page;

import com.rechain.dao.perf.lab.result.Point;
import com.rechain.dao.perf.lab.result.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over the seconds of a run, as SVG. All charts of a page have the same time axis. A dashed
 * line is the other run's.
 */
final class Chart {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 170;
    private static final int LEFT = 44;
    private static final int RIGHT = 8;
    private static final int TOP = 10;
    private static final int BOTTOM = 22;
    private static final int COLOURS = 8;
    private static final int[] STEPS = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600};

    private final String title;
    private final double seconds;
    private final int marked;
    private final List<Line> lines = new ArrayList<>();
    private double least;

    private record Line(Series series, int colour, boolean dashed) {}

    /**
     * @param seconds where the time axis ends
     * @param marked second to mark; negative for none
     */
    Chart(String title, double seconds, int marked) {
        this.title = title;
        this.seconds = Math.max(1, seconds);
        this.marked = marked;
    }

    /** Adds lines; those with the same place in the list share a colour with the other run's. */
    Chart with(List<Series> all, boolean dashed) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isEmpty()) {
                lines.add(new Line(all.get(i).within(-2, seconds), i % COLOURS, dashed));
            }
        }
        return this;
    }

    /** The scale goes up to at least this. */
    Chart upTo(double value) {
        least = value;
        return this;
    }

    boolean isEmpty() {
        return lines.stream().allMatch(line -> line.series().isEmpty());
    }

    String html() {
        double top = top();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                        .formatted(Html.text(title), WIDTH, HEIGHT, Html.text(title)));
        axes(svg, top);
        for (Line line : lines) {
            svg.append(path(line, top));
        }
        svg.append("</svg>").append(legend()).append("</figure>\n");
        return svg.toString();
    }

    private void axes(StringBuilder svg, double top) {
        for (int i = 0; i <= 4; i++) {
            double value = top * i / 4;
            svg.append(
                    format(
                            "<line class=g x1=%d x2=%d y1=%.1f y2=%.1f />",
                            LEFT, WIDTH - RIGHT, y(value, top), y(value, top)));
            if (i % 2 == 0) {
                svg.append(
                        format(
                                "<text x=%d y=%.1f text-anchor=end>%s</text>",
                                LEFT - 5, y(value, top) + 4, Html.number(value)));
            }
        }
        int step = step();
        for (int second = 0; second <= seconds; second += step) {
            svg.append(
                    format(
                            "<text x=%.1f y=%d text-anchor=middle>%d s</text>",
                            x(second), HEIGHT - 6, second));
        }
        if (marked >= 0 && marked <= seconds) {
            svg.append(
                    format(
                            "<line class=m x1=%.1f x2=%.1f y1=%d y2=%d />",
                            x(marked), x(marked), TOP, HEIGHT - BOTTOM));
        }
    }

    private String path(Line line, double top) {
        StringBuilder path = new StringBuilder();
        for (Point point : line.series().points()) {
            double second = Math.clamp(point.second(), 0, seconds);
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(format("%.1f %.1f", x(second), y(point.value(), top)));
        }
        return format(
                "<path class=\"c%d%s\" d=\"%s\"><title>%s</title></path>",
                line.colour(), line.dashed() ? " d" : "", path, Html.text(line.series().name()));
    }

    private String legend() {
        StringBuilder legend = new StringBuilder("<ul class=legend>");
        for (Line line : lines) {
            legend.append(
                    "<li><i class=\"k%d%s\"></i>%s <b>%s</b></li>"
                            .formatted(
                                    line.colour(),
                                    line.dashed() ? " d" : "",
                                    Html.text(
                                            line.series().name()
                                                    + (line.dashed() ? ", before" : "")),
                                    Html.number(line.series().max())
                                            + Html.unit(line.series().unit())));
        }
        return legend.append("</ul>").toString();
    }

    private double top() {
        double highest =
                Math.max(
                        least,
                        lines.stream().mapToDouble(line -> line.series().max()).max().orElse(1));
        if (highest <= 0) {
            return 1;
        }
        double magnitude = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double nice : new double[] {1, 2, 4, 5, 8, 10}) {
            if (highest <= nice * magnitude) {
                return nice * magnitude;
            }
        }
        return highest;
    }

    private int step() {
        for (int step : STEPS) {
            if (seconds / step <= 7) {
                return step;
            }
        }
        return (int) seconds / 6;
    }

    private double x(double second) {
        return LEFT + (WIDTH - LEFT - RIGHT) * second / seconds;
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.clamp(value / top, 0, 1);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
