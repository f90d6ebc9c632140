package io.zmq4j.bench.compare.chart;

import java.util.Locale;

/**
 * A drawing of a fixed size on a card of its own, so that it can be read on any page; light or dark as its reader's system
 * is.
 */
final class Svg {
    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #24292f }
            .title { font-size: 16px; font-weight: 600 }
            .faint { fill: #57606a }
            .card { fill: #ffffff; stroke: #d0d7de }
            .grid { stroke: #d8dee4 }
            .rule { stroke: #57606a }
            """;

    private static final String STYLE_ON_DARK = """
            text { fill: #e6edf3 }
            .faint { fill: #9ba5af }
            .card { fill: #0d1117; stroke: #30363d }
            .grid { stroke: #2a3038 }
            .rule { stroke: #9ba5af }
            """;

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;
    private final String title;

    Svg(double width, double height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    void line(double x1, double y1, double x2, double y2, String cssClass) {
        body.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                cssClass,
                x1,
                y1,
                x2,
                y2));
    }

    /** @param points pairs of coordinates */
    void path(Colour colour, double... points) {
        var through = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            through.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", points[i], points[i + 1]));
        }
        body.append(String.format(
                Locale.ROOT, "<polyline class=\"stroke-%s\" points=\"%s\"/>%n", colour.cssClass(), through));
    }

    /** @param hint what a reader sees who points at it */
    void dot(double x, double y, Colour colour, String hint) {
        body.append(String.format(
                Locale.ROOT,
                "<circle class=\"fill-%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s</title></circle>%n",
                colour.cssClass(),
                x,
                y,
                escaped(hint)));
    }

    /** @param anchor start, middle or end: which part of the text lies at x */
    void text(double x, double y, String anchor, String cssClass, String text) {
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                cssClass,
                x,
                y,
                anchor,
                escaped(text)));
    }

    String document() {
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" role="img" aria-label="%s">
                <style>
                %s%s@media (prefers-color-scheme: dark) {
                %s%s}
                </style>
                <rect class="card" x="0.5" y="0.5" width="%.0f" height="%.0f" rx="6"/>
                %s</svg>
                """,
                width,
                height,
                width,
                height,
                escaped(title),
                STYLE,
                colours(false),
                STYLE_ON_DARK,
                colours(true),
                width - 1,
                height - 1,
                body);
    }

    private static String colours(boolean dark) {
        var rules = new StringBuilder();
        for (var colour : Colour.values()) {
            var value = dark ? colour.onDark() : colour.onLight();
            rules.append(String.format(
                    Locale.ROOT,
                    ".fill-%1$s { fill: %2$s } .stroke-%1$s { fill: none; stroke: %2$s; stroke-width: 2 }%n",
                    colour.cssClass(),
                    value));
        }
        return rules.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
