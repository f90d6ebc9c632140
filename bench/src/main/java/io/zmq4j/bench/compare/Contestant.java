package io.zmq4j.bench.compare;

import java.util.List;

/**
 * A column of the table: an implementation, on one JDK if it needs one.
 *
 * @param name unique among the contestants
 * @param command what starts a role of it, without the role
 * @param cold the same where what a process does at first is measured: as a user would start it
 * @param shown the same as one would type it in a checkout
 */
record Contestant(String name, Implementation implementation, List<String> command, List<String> cold, String shown) {
    Contestant {
        command = List.copyOf(command);
        cold = List.copyOf(cold);
    }

    /** One that is always started in the same way. */
    Contestant(String name, Implementation implementation, List<String> command, String shown) {
        this(name, implementation, command, command, shown);
    }

    /** What starts a role of this row. */
    List<String> command(Row row) {
        return row.isCold() ? cold : command;
    }

    boolean plays(Row row) {
        return implementation.plays(row);
    }
}
