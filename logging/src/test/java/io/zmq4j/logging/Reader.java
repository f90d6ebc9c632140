package io.zmq4j.logging;

import static java.util.stream.Collectors.joining;

import io.zmq4j.Context;
import io.zmq4j.SubSocket;
import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.time.Duration;

/** A subscriber to everything that a publisher says. */
final class Reader implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final SubSocket sub = context.sub();

    private Reader() {
        sub.subscribe("");
    }

    /** Connected to this publisher, which knows of the subscription. */
    static Reader of(LogPublisher publisher) {
        return at(publisher.endpoint(), publisher);
    }

    /** Connected to this endpoint of the publisher's, which knows of the subscription. */
    static Reader at(String endpoint, LogPublisher publisher) {
        var reader = new Reader();
        reader.sub.connect(endpoint);
        if (!publisher.awaitSubscriber(PATIENCE)) {
            throw new AssertionError("no subscription came to " + endpoint);
        }
        return reader;
    }

    /** The frames of the next record, a bar between them. */
    String next() {
        Message record = sub.receive(PATIENCE).orElseThrow(() -> new AssertionError("no record came"));
        return record.frames().stream().map(Frame::text).collect(joining("|"));
    }

    @Override
    public void close() {
        context.close(Duration.ZERO);
    }
}
