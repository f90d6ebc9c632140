package io.zmq4j.patterns.titanic;

import java.util.concurrent.atomic.LongAdder;

/** What a server counts. Safe for any thread. */
final class Counters {
    final LongAdder submitted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder answered = new LongAdder();
    final LongAdder closed = new LongAdder();
}
