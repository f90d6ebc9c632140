/** Benchmarks. Never published, compiled with every build, run by hand. */
@NullMarked
package io.zmq4j.bench;

import org.jspecify.annotations.NullMarked;
