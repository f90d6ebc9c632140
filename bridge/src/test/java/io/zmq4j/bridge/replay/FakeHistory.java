package io.zmq4j.bridge.replay;

import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code t-0@0}, {@code t-0@1} and so on, with the frames {@code even} or {@code odd}, and their number. */
final class FakeHistory implements History {
    static final AtomicInteger OPEN = new AtomicInteger();

    private final long last;
    private final String failure;
    private long next;

    /** From one number to another, both with it; with a failure in place of an end, unless that is empty. */
    FakeHistory(long first, long last, String failure) {
        this.next = first;
        this.last = last;
        this.failure = failure;
        OPEN.incrementAndGet();
    }

    @Override
    public List<BridgeRecord> read(Duration timeout) {
        if (next > last) {
            throw new BridgeException(failure);
        }
        String id = "t-0@" + next;
        var message = Message.of(next % 2 == 0 ? "even" : "odd", Long.toString(next));
        boolean isBroken = next++ == 3;
        return List.of(
                isBroken
                        ? new BridgeRecord(null, message, List.of(), 0, () -> id, "broken")
                        : BridgeRecord.of(message, 0, () -> id));
    }

    @Override
    public boolean isOver() {
        return next > last && failure.isEmpty();
    }

    @Override
    public List<String> end() {
        return last < 0 ? List.of() : List.of("t-0@" + last);
    }

    @Override
    public void close() {
        OPEN.decrementAndGet();
    }
}
