package io.zmq4j.bridge;

import io.zmq4j.Context;
import io.zmq4j.bridge.replay.ReplayServer;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bridge has open, and closes: the context of its sockets, the sinks, the source, and who answers with its history. */
final class Ends implements AutoCloseable {
    /** How long what was handed to sockets may take to leave. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final Context context;
    private final Sink sink;
    private final @Nullable Sink deadLetters;
    private final Source source;

    /** In their order: the sinks before the source, as what they have not written must not be acknowledged any more. */
    private final ArrayDeque<Runnable> closings = new ArrayDeque<>();

    /** How each is opened. */
    record Openers(
            Function<Context, Source> source,
            Function<Context, Sink> sink,
            @Nullable Function<Context, Sink> deadLetters,
            @Nullable Function<Context, ReplayServer> replays) {}

    private Ends(String name, Openers openers) {
        context = Context.builder().name(name).build();
        try {
            sink = openers.sink().apply(context);
            closings.add(sink::close);
            deadLetters =
                    openers.deadLetters() == null ? null : openers.deadLetters().apply(context);
            if (deadLetters != null) {
                closings.add(deadLetters::close);
            }
            source = openers.source().apply(context);
            closings.add(source::close);
            // Behind the source, which may make what is read.
            if (openers.replays() != null) {
                closings.addFirst(openers.replays().apply(context)::close);
            }
        } catch (RuntimeException | Error e) {
            close(Duration.ZERO);
            throw e;
        }
    }

    /** Opens all of them, or none. */
    static Ends open(String name, Openers openers) {
        return new Ends(name, openers);
    }

    Source source() {
        return source;
    }

    Sink sink() {
        return sink;
    }

    @Nullable
    Sink deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        close(LINGER);
    }

    private void close(Duration linger) {
        try {
            closeEach();
        } finally {
            context.close(linger);
        }
    }

    /** Whatever one of them throws, the others are closed. */
    private void closeEach() {
        Runnable next = closings.poll();
        if (next != null) {
            try {
                next.run();
            } finally {
                closeEach();
            }
        }
    }
}
