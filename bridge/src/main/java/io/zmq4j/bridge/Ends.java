package io.zmq4j.bridge;

import io.zmq4j.Context;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bridge has open, and closes: the context of its sockets, the sinks, the source. */
record Ends(
        Context context, Source source, Sink sink, @Nullable Sink deadLetters) implements AutoCloseable {
    /** How long what was handed to sockets may take to leave. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    /** Opens the source last: before everything else is there, nothing is read. */
    static Ends open(
            String name,
            Function<Context, Source> source,
            Function<Context, Sink> sink,
            @Nullable Function<Context, Sink> deadLetters) {
        var context = Context.builder().name(name).build();
        Sink opened = null;
        Sink openedDeadLetters = null;
        try {
            opened = sink.apply(context);
            openedDeadLetters = deadLetters == null ? null : deadLetters.apply(context);
            return new Ends(context, source.apply(context), opened, openedDeadLetters);
        } catch (RuntimeException | Error e) {
            if (openedDeadLetters != null) {
                openedDeadLetters.close();
            }
            if (opened != null) {
                opened.close();
            }
            context.close(Duration.ZERO);
            throw e;
        }
    }

    /** The sinks first: what they have not written yet must not be acknowledged any more. */
    @Override
    public void close() {
        try {
            sink.close();
        } finally {
            try {
                if (deadLetters != null) {
                    deadLetters.close();
                }
            } finally {
                try {
                    source.close();
                } finally {
                    context.close(LINGER);
                }
            }
        }
    }
}
