package io.zmq4j.bench.compare;

import java.util.List;

/** One process of a run: its role, and the arguments after it. */
record Part(String role, List<String> arguments) {
    /** Arguments may be any values; they are taken as they print. */
    static Part of(String role, Object... arguments) {
        return new Part(role, List.of(arguments).stream().map(Object::toString).toList());
    }

    @Override
    public String toString() {
        return role + " " + String.join(" ", arguments);
    }
}
