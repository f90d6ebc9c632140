package io.zmq4j.bridge;

import io.zmq4j.Context;
import io.zmq4j.bridge.pump.Limits;
import io.zmq4j.bridge.replay.ReplayServer;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.bridge.spi.Start;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bridge is opened with. Needs a source and a sink. To be used by one thread, once. */
public final class BridgeBuilder {
    private String name = "bridge";
    private @Nullable Function<Context, Source> source;
    private @Nullable Function<Context, Sink> sink;
    private @Nullable Function<Context, Sink> deadLetters;
    private @Nullable Function<Start, History> histories;
    private @Nullable Address replays;
    private Limits limits = Limits.USUAL;
    private Duration stopTimeout = Bridge.STOP_TIMEOUT;

    BridgeBuilder() {}

    /** For the name of its thread and its context; {@code bridge} by default. */
    public BridgeBuilder name(String value) {
        name = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Reads from what this {@linkplain Address address} names.
     *
     * @throws IllegalArgumentException if nothing can open it
     */
    public BridgeBuilder from(String address) {
        Address from = Address.parse(address);
        var connector = Connectors.of(from);
        source = context -> connector.openSource(from, context);
        histories = start -> connector.openHistory(from, start);
        return this;
    }

    /** Reads from this source, which the bridge closes. */
    public BridgeBuilder from(Source value) {
        Objects.requireNonNull(value, "value");
        source = context -> value;
        histories = null;
        return this;
    }

    /** Writes to what this {@linkplain Address address} names. Errors as for {@link #from(String)}. */
    public BridgeBuilder to(String address) {
        sink = opener(address);
        return this;
    }

    /** Writes to this sink, which the bridge closes. */
    public BridgeBuilder to(Sink value) {
        Objects.requireNonNull(value, "value");
        sink = context -> value;
        return this;
    }

    /**
     * Writes what can be written nowhere else to what this {@linkplain Address address} names, with the reason. Without it such a
     * record ends the bridge. Errors as for {@link #from(String)}.
     */
    public BridgeBuilder deadLetters(String address) {
        deadLetters = opener(address);
        return this;
    }

    /** Writes what can be written nowhere else to this sink, which the bridge closes. */
    public BridgeBuilder deadLetters(Sink value) {
        Objects.requireNonNull(value, "value");
        deadLetters = context -> value;
        return this;
    }

    /**
     * Sends what the source's engine keeps to whoever asks for it there, such as {@code replay://*:5560}, to each alone and beside what
     * the bridge itself does: from a place that the requester names to what is the end when it asks. The source is named by its address.
     *
     * @throws IllegalArgumentException if that is no such address
     */
    public BridgeBuilder replay(String address) {
        replays = ReplayServer.parse(address);
        return this;
    }

    private static Function<Context, Sink> opener(String address) {
        Address to = Address.parse(address);
        var connector = Connectors.of(to);
        return context -> connector.openSink(to, context);
    }

    /**
     * Reads nothing more while this many records, or bytes, were read and not acknowledged; by default 10,000 records and 32 MiB. A
     * record that is larger goes alone.
     *
     * @throws IllegalArgumentException if one of them is less than 1
     */
    public BridgeBuilder inFlight(int records, long bytes) {
        limits = new Limits(records, bytes);
        return this;
    }

    /** How long {@link Bridge#close} gives what was read to be written: 30 seconds by default. */
    public BridgeBuilder stopTimeout(Duration value) {
        stopTimeout = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Opens the sink, then the source, and starts.
     *
     * @throws IllegalStateException if source or sink was not named, or replays are wanted of a source that was not named by an address
     * @throws IllegalArgumentException if an address has settings that are wrong
     * @throws io.zmq4j.bridge.spi.BridgeException if one of them cannot be used; then nothing was read
     */
    public Bridge start() {
        if (source == null || sink == null) {
            throw new IllegalStateException("a bridge needs a source and a sink: call from and to");
        }
        var ends = Ends.open(name, new Ends.Openers(source, sink, deadLetters, replays()));
        return new Bridge(name, ends, limits, stopTimeout);
    }

    private @Nullable Function<Context, ReplayServer> replays() {
        Address at = replays;
        Function<Start, History> read = histories;
        if (at == null) {
            return null;
        }
        if (read == null) {
            throw new IllegalStateException("replays need a source that is named by an address: call from with one");
        }
        return context -> ReplayServer.open(at, context, read, name);
    }
}
