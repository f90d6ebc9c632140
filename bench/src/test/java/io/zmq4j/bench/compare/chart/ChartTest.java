package io.zmq4j.bench.compare.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {
    private static final Axis X = new Axis("bytes & more", 4, x -> String.format(Locale.ROOT, "%.0f", x));
    private static final Axis Y = new Axis("messages a second", 10, y -> String.format(Locale.ROOT, "%.0f", y));

    @Test
    void everythingOfALineChartIsOnTheCard() throws Exception {
        var svg = parse(new LineChart(
                        "Throughput <all>",
                        X,
                        Y,
                        List.of(
                                new Series("zmq4j", Colour.BLUE, List.of(new Point(1, 5e6), new Point(1 << 20, 3e3))),
                                new Series("a \"b\"", Colour.GREEN, List.of(new Point(1, 4e6), new Point(256, 1)))))
                .svg());

        assertIsOnCard(svg);
        assertThat(texts(svg)).contains("Throughput <all>", "bytes & more", "messages a second", "zmq4j", "a \"b\"");
        assertThat(elements(svg, "polyline")).hasSize(2);
        assertThat(elements(svg, "circle")).hasSize(4);
    }

    @Test
    void namesOfLinesDoNotCoverEachOther() throws Exception {
        var close = new ArrayList<Series>();
        for (var colour : Colour.values()) {
            close.add(new Series(
                    "name " + colour, colour, List.of(new Point(1, 100), new Point(16, 1 + close.size() * 0.01))));
        }

        var svg = parse(new LineChart("Close", X, Y, close).svg());

        var heights = elements(svg, "text").stream()
                .filter(text -> text.getTextContent().startsWith("name "))
                .map(text -> Double.parseDouble(text.getAttribute("y")))
                .sorted()
                .toList();
        assertThat(heights).hasSize(5);
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThanOrEqualTo(16);
        }
        assertIsOnCard(svg);
    }

    @Test
    void aDotChartHasADotForEachMarkAndALegend() throws Exception {
        var marks = List.of(new Mark("zmq4j", Colour.BLUE, 7.4), new Mark("JeroMQ", Colour.GREEN, 0.05));

        var svg = parse(new DotChart(
                        "How many times",
                        "libzmq",
                        List.of(new DotChart.Row("thr", marks, 3), new DotChart.Row("lat", marks, 0)))
                .svg());

        assertIsOnCard(svg);
        assertThat(texts(svg)).contains("thr", "lat", "libzmq", "zmq4j", "JeroMQ", "1×", "0.1×", "10×");
        // Two for each row, two in the legend.
        assertThat(elements(svg, "circle")).hasSize(6);
        assertThat(elements(svg, "title").get(2).getTextContent()).isEqualTo("zmq4j, thr: 7.4×");
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static void assertIsOnCard(Element svg) {
        double width = Double.parseDouble(svg.getAttribute("width"));
        double height = Double.parseDouble(svg.getAttribute("height"));
        for (var element : elements(svg, "*")) {
            for (var x : List.of("x", "x1", "x2", "cx")) {
                if (element.hasAttribute(x)) {
                    assertThat(Double.parseDouble(element.getAttribute(x))).isBetween(0.0, width);
                }
            }
            for (var y : List.of("y", "y1", "y2", "cy")) {
                if (element.hasAttribute(y)) {
                    assertThat(Double.parseDouble(element.getAttribute(y))).isBetween(0.0, height);
                }
            }
        }
    }

    private static List<String> texts(Element svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Element svg, String name) {
        var nodes = svg.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
