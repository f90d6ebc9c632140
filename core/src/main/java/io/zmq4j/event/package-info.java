/** What the library tells about itself: events, and counters of what it dropped. Safe for any thread. */
@NullMarked
package io.zmq4j.event;

import org.jspecify.annotations.NullMarked;
