package io.zmq4j.snapshot;

import java.util.Objects;

/**
 * An I/O loop.
 *
 * @param name of its thread
 * @param alive whether its thread runs; a loop without it serves nobody whose application does not wait
 * @param rounds how often it has looked for work
 */
public record LoopSnapshot(String name, boolean alive, long rounds) {
    public LoopSnapshot {
        Objects.requireNonNull(name, "name");
    }
}
