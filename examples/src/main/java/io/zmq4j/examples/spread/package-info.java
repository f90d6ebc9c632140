/** One REQ socket spreads its requests over several REP servers. */
@NullMarked
package io.zmq4j.examples.spread;

import org.jspecify.annotations.NullMarked;
