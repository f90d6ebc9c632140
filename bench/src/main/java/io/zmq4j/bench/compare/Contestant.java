package io.zmq4j.bench.compare;

import java.util.List;

/**
 * A column of the table: an implementation, on one JDK if it needs one.
 *
 * @param name unique among the contestants
 * @param command what starts a role of it, without the role
 * @param shown the same as one would type it in a checkout
 */
record Contestant(String name, Implementation implementation, List<String> command, String shown) {
    Contestant {
        command = List.copyOf(command);
    }

    boolean plays(Row row) {
        return implementation.plays(row.work());
    }
}
