/**
 * Charts as SVG, written by hand: text stays text, and a chart is a few kilobytes that diff well. Knows nothing of
 * benchmarks; may import {@code java.base} alone.
 *
 * <p>XChart is no substitute, as it lays out its texts with the JDK's fonts: where a JDK was unpacked on a machine without
 * fontconfig, it fails with "Fontconfig head is null, check your fonts or fonts configuration", and a page that took long to
 * measure would not be written. Where there are fonts it draws every letter as an outline, whether VectorGraphics2D or
 * Batik writes the SVG: more than 200 kB for two lines, and other bytes with another font.
 */
@NullMarked
package io.zmq4j.bench.compare.chart;

import org.jspecify.annotations.NullMarked;
