package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.util.List;
import picocli.CommandLine.Option;

/** A role with one end of a wire that sockets of several types can play. */
abstract class TypedRole extends WireRole {
    private final List<SocketType> types;

    @Option(names = "--type", paramLabel = "TYPE", description = "One of the sockets above, instead of the first.")
    private String name = "";

    /** Those that can play it, the usual one first. */
    TypedRole(SocketType... types) {
        this.types = List.of(types);
    }

    /** @throws IllegalArgumentException if a type is named that cannot play it */
    final SocketType type() {
        return name.isEmpty()
                ? types.get(0)
                : types.stream()
                        .filter(type -> type.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--type is %s: one of %s is allowed".formatted(name, types)));
    }

    @Override
    void check() {
        super.check();
        if (type().speech() == SocketType.Speech.BYTES) {
            // Without frames, messages of no bytes are nothing.
            Run.atLeast("SIZE", run().size(), 1);
        }
    }
}
