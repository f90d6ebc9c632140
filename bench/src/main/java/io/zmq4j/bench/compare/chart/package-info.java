/**
 * Charts as SVG, written by hand: text stays text, a chart is a few kilobytes that diff well, and no fonts or graphics of
 * the JDK are needed, which a headless one may lack. Knows nothing of benchmarks; may import the JDK alone.
 */
@NullMarked
package io.zmq4j.bench.compare.chart;

import org.jspecify.annotations.NullMarked;
